import type { Overrides } from './es';

/** What Argentina and Uruguay say with *vos*. Only what differs from `es`. */
export const rioplatense = {
  errors: {
    offline: { todo: 'Revisá internet. La caja sigue intentando sola.' },
    unexpectedAnswer: { todo: 'La caja vuelve a preguntar sola. Si sigue así, avisá a quien la mantiene.' },
    tokenInvalid: { todo: 'Copiá otra vez el Access Token y pegalo en Configuración, Cuenta.' },
    accountForbidden: { todo: 'Entrá en Mercado Pago con el dueño de la cuenta y revisá que pueda cobrar con QR.' },
    registerNotFound: { todo: 'Elegí la caja otra vez en Configuración, Sucursal y caja.' },
    registerOccupied: {
      todo: 'Esperá unos segundos y probá otra vez. Si pasa seguido, fijate que otra computadora no use la misma caja.',
    },
    registerInUse: {
      todo: 'Cobrá desde esa computadora, o pedile a quien administra la caja que la pase a esta.',
    },
    registerOpenTwice: { todo: 'Cobrá desde esa sesión, o cerrá ahí el programa y probá otra vez.' },
    storeNotFound: { todo: 'Elegí la sucursal otra vez en Configuración, Sucursal y caja.' },
    externalIdTaken: { todo: 'Escribí otro código.' },
    externalIdInvalid: { todo: 'Usá solo letras sin acento y números.' },
    locationInvalid: { todo: 'Revisá calle, número, ciudad, provincia y coordenadas.' },
    nameTooLong: { todo: 'Escribí uno más corto.' },
    siteMismatch: { todo: 'Usá una cuenta del mismo país que esta caja.' },
    orderInvalid: { todo: 'Volvé a la venta y cobrá otra vez. Si se repite, avisá a quien mantiene la caja.' },
    amountInvalid: { todo: 'Volvé a la venta y revisá los importes.' },
    expirationInvalid: { todo: 'Revisá la hora de esta computadora y los minutos en Configuración, Cobro.' },
    sponsorInvalid: { todo: 'Corregilo en la configuración desatendida o quitalo.' },
    notificationUrlInvalid: { todo: 'Revisá el vínculo en Configuración, Relay.' },
    orderLocked: { todo: 'Esperá a que termine. La caja pregunta sola.' },
    saleEmpty: { todo: 'Agregá un producto o un importe.' },
    amountZero: { todo: 'Agregá un renglón con un importe mayor que cero.' },
    amountTooLarge: { todo: 'Dividila en dos ventas.' },
    productUnknown: { todo: 'Quitá ese renglón y cargalo otra vez.' },
    priceChanged: { todo: 'Quitá ese renglón, cargalo otra vez y revisá el total.' },
    chargeInProgress: { todo: 'Terminalo o cancelalo antes de empezar otro.' },
    nothingToDo: { todo: 'Mirá en la pantalla cómo quedó.' },
    saleAlreadyPaid: { todo: 'Empezá una venta nueva.' },
    relayUnreachable: {
      todo: 'Revisá internet y que el relay esté encendido. Mientras tanto se cobra igual, un poco más lento.',
    },
    relayTokenRefused: { todo: 'Pedí otro código de vínculo y pegalo en Configuración, Relay.' },
    relayNotARelay: { todo: 'Revisá la dirección del código de vínculo.' },
    pairingInvalid: { todo: 'Copialo entero, sin cortar ninguna línea, y pegalo otra vez.' },
    notConfigured: { todo: 'Completá los pasos marcados en Configuración.' },
    printerUnavailable: { todo: 'Revisá que esté encendida y conectada.' },
    diskProblem: { todo: 'Liberá espacio o revisá los permisos de la carpeta de datos antes de seguir.' },
    diskFull: { todo: 'Liberá espacio en esta computadora. La caja vuelve a cobrar sola.' },
    dataUnusable: { todo: 'Elegí en esta pantalla cómo seguir.' },
    catalogueChanged: { todo: 'Elegí el archivo otra vez para ver qué cambia ahora.' },
    fileNotWritten: { todo: 'Elegí otra carpeta, o cerrá el archivo si está abierto en otro programa.' },
    backupUnusable: { todo: 'Elegí otra copia. Los datos dañados siguen guardados como estaban.' },
    badRequest: { todo: 'Probá otra vez. Si se repite, avisá a quien mantiene la caja.' },
    internal: { todo: 'Probá otra vez. Si se repite, cerrá y abrí el programa: la venta queda guardada.' },
  },
  printerTroubles: {
    notConfigured: { todo: 'Elegí una en Configuración, Impresora.' },
    notFound: { todo: 'Fijate que esté encendida y el cable conectado.' },
    noPermission: { todo: 'Pedile a quien la administra que dé permiso sobre la impresora.' },
    busy: { todo: 'Cerrá el otro programa o esperá que termine.' },
    paperOut: { todo: 'Poné un rollo nuevo: el ticket sale solo.' },
    coverOpen: { todo: 'Cerrala: el ticket sale solo.' },
    offline: { todo: 'Apretá su botón de avance, o apagala y encendela.' },
    printerError: { todo: 'Mirá sus luces. Apagarla y encenderla suele alcanzar.' },
    unplugged: { todo: 'Conectá otra vez el cable.' },
    stalled: { todo: 'Revisá papel y tapa. Si sigue así, apagala y encendela.' },
    notADevice: { todo: 'Elegí otra en Configuración, Impresora.' },
    diskFull: { todo: 'Liberá espacio en el disco de esta computadora.' },
    programStopped: { todo: 'Fijate si el ticket salió antes de imprimir otro.' },
    unknown: { todo: 'Fijate si tiene papel y está encendida.' },
  },
  app: {
    failedToLoadTodo: 'Probá otra vez. Si sigue así, cerrá y abrí el programa: la venta está guardada.',
    tryAgain: 'Probar otra vez',
  },
  sale: {
    noResultsTodo: 'Probá con otra palabra, o cargá un importe libre con F4.',
    noFavourites: 'Las teclas rápidas aparecen acá',
    noFavouritesTodo: 'Marcá productos como favoritos en el catálogo para tenerlos a un toque.',
    unknownCodeTodo: 'Buscalo por nombre, o cargalo como importe libre con F4. La venta sigue igual.',
    emptyTodo: 'Lo que escaneás o elegís aparece acá.',
    fullTodo: 'Cobrá esta y seguí en otra.',
  },
  amountProblems: {
    empty: { todo: 'Escribilo, por ejemplo {{example}}.' },
    notANumber: { todo: 'Escribilo solo con números, por ejemplo {{example}}.' },
    ambiguous: { todo: 'Escribilo como {{example}}.' },
    tooManyDecimals: { todo: 'Escribilo como {{example}}.' },
    noDecimals: { what: 'Acá los importes no llevan centavos.', todo: 'Escribilo entero, por ejemplo {{example}}.' },
    zero: { todo: 'Escribí uno mayor que cero.' },
    tooLarge: { todo: 'Escribí uno menor o dividilo.' },
  },
  quantityProblems: {
    notANumber: { todo: 'Escribila solo con números.' },
    notWhole: { todo: 'Escribí una cantidad sin decimales.' },
    tooPrecise: { todo: 'Escribilo con tres decimales como mucho.' },
    zero: { todo: 'Escribí una mayor, o quitá el renglón con Supr.' },
    tooLarge: { todo: 'Escribí una menor que 10.000.' },
  },
  charge: {
    scan: 'Escaneá el QR de la caja',
    qrMissing: 'Mercado Pago no dio la imagen del QR. Usá el QR impreso de la caja.',
    inProcess: 'El cliente está pagando. Esperá a que Mercado Pago responda.',
    cancellingInProcess: 'Hay un pago en camino. Esperá a saber cómo termina.',
    stillUnpaid: '{{what}} No entregues hasta ver Pagado.',
    verifyingCashier: 'Preguntando a Mercado Pago, como pediste…',
  },
  customer: {
    scan: 'Escaneá el QR con la app para pagar',
    rejectedTodo: 'Podés probar con otro medio de pago, con el mismo QR.',
  },
  result: {
    scanIgnored: 'Lo escaneado no se agregó: primero empezá la venta siguiente.',
  },
  ticket: { answerFirst: 'Respondé acá, o tocá Nueva venta para seguir sin responder.' },
  attention: {
    reasons: {
      stillInProcess: {
        todo: 'No entregues la compra. La caja avisa acá si se aprueba; si se rechaza, queda cancelado solo.',
      },
      paidShort: { todo: 'Cobrá la diferencia en otra venta y cerralo, o devolvé lo que entró.' },
      paidAfterCancel: { todo: 'Si el cliente se llevó la compra, vinculalo a la venta. Si no, devolvelo.' },
      paidLate: { todo: 'Si el cliente se llevó la compra, vinculalo a la venta. Si no, devolvelo.' },
      refunded: {
        todo: 'No entregues la compra. Mirá la operación en Mercado Pago y cerralo con una explicación.',
      },
      otherCurrency: { todo: 'No entregues. Revisá la operación en Mercado Pago.' },
      otherCollector: {
        todo: 'No entregues. Revisá en Configuración que la cuenta y la caja sean de este negocio.',
      },
      notVerified: {
        todo: 'Buscá la referencia en Mercado Pago antes de entregar. Si la cuenta vuelve, verificá acá.',
      },
      paidTwice: { todo: 'La venta ya está cobrada. Devolvé lo que sobra.' },
      paidOver: { todo: 'La venta ya está cobrada. Devolvé lo que sobra.' },
      reversed: {
        todo: 'Puede ser una devolución hecha en Mercado Pago o un reclamo del cliente. Mirá la operación y cerralo con una explicación.',
      },
    },
    strayReason: { todo: 'Puede ser de una venta anterior a recuperar una copia de los datos. Decidí qué fue.' },
  },
  decision: {
    noteProblem: { todo: 'Elegí uno o escribilo: queda guardado.' },
  },
  refund: {
    tooMuch: { todo: 'Escribí un importe igual o menor.' },
  },
  sales: {
    newest: 'Se muestran las últimas {{count}}. Para otra, escribí su número.',
  },
  unreadable: { todo: 'Siguen guardados como estaban. Avisá a quien mantiene la caja.' },
  lease: {
    todo: 'Acá no se puede cobrar mientras tanto: cada caja cobra desde una sola computadora.',
  },
  disk: {
    fullTodo: 'Quedan {{free}}. Borrá o mové archivos de esta computadora, por ejemplo descargas o videos.',
  },
  recovery: {
    noBackups: 'No hay ninguna copia. Si hay una en otra parte, ponela en la carpeta backups y abrí la caja otra vez.',
  },
  status: {
    register: { noneTodo: 'Elegí la sucursal y la caja en Configuración.' },
    relay: {
      tokenRefused: 'El relay no reconoce a esta caja. Pedí otro código de vínculo y pegalo en Configuración.',
      peers: 'Hay {{count}} computadoras puestas como esta misma caja. Revisá cuál es la correcta.',
    },
    printer: {
      paperLowTodo: 'Tené a mano un rollo nuevo.',
      noneTodo: 'Se cobra igual. Para imprimir, elegí una en Configuración, Impresora.',
    },
    lease: {
      explained:
        'La usa «{{holder}}». Acá no se puede cobrar hasta que quien administra la caja la pase a esta computadora.',
    },
    disk: { lowTodo: 'Quedan {{free}}. Liberá espacio antes de que no se pueda cobrar.' },
    clock: {
      skewed: 'Esta computadora difiere {{seconds}} segundos de la hora del relay. Corregí la hora del sistema.',
    },
  },
  setup: {
    provisionTodo: 'Corregilo y abrí el programa otra vez.',
    needsAccount: 'Primero conectá la cuenta.',
    account: { tooShortTodo: 'Copialo entero desde Mercado Pago.' },
    register: { unusable: 'No sirve para cobrar con QR: le falta el código externo o el monto fijo. Creá otra.' },
    relay: { pairingHelp: 'Lo da quien administra el relay. Pegalo entero.' },
    printer: {
      noneFound: 'No aparece ninguna impresora conectada. Encendela y buscá otra vez, o cargala por red.',
      codePageHelp: 'Si los acentos salen mal en la prueba, probá otra.',
      testPrintedTodo: 'Fijate que la regla llegue justo al borde y que los acentos se lean bien.',
    },
  },
} as const satisfies Overrides;
