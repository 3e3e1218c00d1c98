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
    shiftNeeded: { todo: 'Abrí el turno con Ctrl+T y contá el fondo inicial.' },
    shiftAlreadyOpen: { todo: 'Cerralo antes de abrir otro.' },
    shiftUndecided: { todo: 'Terminá el cobro en curso o decidí en Cobros para revisar.' },
    shiftCountNeeded: { todo: 'Contá otra vez.' },
    shiftNoteNeeded: { todo: 'Escribí qué pasó: queda en el cierre.' },
    cashCountInvalid: { todo: 'Contá otra vez.' },
    tooManyHeld: { todo: 'Retomá o descartá alguna antes de guardar otra.' },
    heldAlready: { todo: 'Vaciá la que está en pantalla y retomá la que espera.' },
    codeTaken: { todo: 'Revisá el código.' },
    saleNotCovered: { todo: 'Cobrá otra vez y devolvé este pago, o cerralo con una explicación.' },
    paymentNotFound: { todo: 'Revisá que la cuenta sea la misma con la que cobraste.' },
    refundInProgress: { todo: 'Esperá a que termine antes de pedir otra.' },
    refundTooLarge: { todo: 'Escribí un importe igual o menor al que se muestra.' },
    refundTooOld: { todo: 'Devolvé el dinero por otro medio y anotalo.' },
    refundOnlyWhole: { todo: 'Devolvé el total, o devolvé la parte por otro medio.' },
    refundNotPossible: { todo: 'Mirá la operación en Mercado Pago: puede estar devuelta o en disputa.' },
    lineCameBack: { todo: 'Cerrá y abrí la venta otra vez: los que volvieron están tachados.' },
    refundNoFunds: { todo: 'Cargá dinero en la cuenta y pedí la devolución otra vez.' },
    refundRejected: { todo: 'Probá otra vez o devolvé el dinero por otro medio.' },
    saleEmpty: { todo: 'Agregá un producto o un importe.' },
    amountZero: { todo: 'Agregá un renglón con un importe mayor que cero.' },
    amountTooLarge: { todo: 'Dividila en dos ventas.' },
    productUnknown: { todo: 'Quitá ese renglón y cargalo otra vez.' },
    priceChanged: { todo: 'Quitá ese renglón, cargalo otra vez y revisá el total.' },
    chargeInProgress: { todo: 'Terminalo o cancelalo antes de empezar otro.' },
    nothingToDo: { todo: 'Mirá en la pantalla cómo quedó.' },
    saleAlreadyPaid: { todo: 'Empezá una venta nueva.' },
    receivedTooLittle: { todo: 'Recibí lo que falta, o cobrá el resto con QR.' },
    receivedTooMuch: { todo: 'Revisá el importe que escribiste.' },
    relayUnreachable: {
      todo: 'Revisá internet y que el relay esté encendido. Mientras tanto se cobra igual, un poco más lento.',
    },
    relayTokenRefused: { todo: 'Pedí otro código de vínculo y pegalo en Configuración, Relay.' },
    relayNotARelay: { todo: 'Revisá la dirección del código de vínculo.' },
    pairingInvalid: { todo: 'Copialo entero, sin cortar ninguna línea, y pegalo otra vez.' },
    practiceMixed: { todo: 'Abrí la caja con otra carpeta, en CAJAQR_DATA_DIR.' },
    practiceNeedsTest: { todo: 'Usá el token de una cuenta de prueba, o quitá la práctica.' },
    notConfigured: { todo: 'Completá los pasos marcados en Configuración.' },
    printerUnavailable: { todo: 'Revisá que esté encendida y conectada.' },
    diskProblem: { todo: 'Liberá espacio o revisá los permisos de la carpeta de datos antes de seguir.' },
    diskFull: { todo: 'Liberá espacio en esta computadora. La caja vuelve a cobrar sola.' },
    dataUnusable: { todo: 'Elegí en esta pantalla cómo seguir.' },
    catalogueChanged: { todo: 'Elegí el archivo otra vez para ver qué cambia ahora.' },
    pictureUnusable: { todo: 'Elegí otra imagen, o guardala otra vez como PNG.' },
    pictureTooLarge: { todo: 'Elegí una de hasta 4 MB y 8000 puntos de lado.' },
    fileNotWritten: { todo: 'Elegí otra carpeta, o cerrá el archivo si está abierto en otro programa.' },
    backupUnusable: { todo: 'Elegí otra copia. Los datos dañados siguen guardados como estaban.' },
    signInNeeded: { todo: 'Entrá con tu PIN.' },
    permissionNeeded: { todo: 'Pedile a un encargado que escriba su PIN.' },
    pinWrong: { todo: 'Escribilo otra vez, dígito por dígito.' },
    pinWaits: { todo: 'Esperá a que termine la cuenta y probá otra vez.' },
    pinTaken: { todo: 'Elegí otro: cada persona tiene el suyo.' },
    pinTooEasy: { todo: 'Elegí uno sin dígitos repetidos ni en orden.' },
    operatorNameTaken: { todo: 'Agregá la inicial del apellido.' },
    managerNeeded: { todo: 'Creá primero otro encargado.' },
    ownerNotProven: { todo: 'Copialo de Mercado Pago, con la cuenta dueña de esta caja.' },
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
    printerError: { todo: 'Mirá sus luces. Suele alcanzar con apagarla y encenderla.' },
    unplugged: { todo: 'Conectá otra vez el cable.' },
    stalled: { todo: 'Revisá papel y tapa. Si sigue así, apagala y encendela.' },
    notADevice: { todo: 'Elegí otra en Configuración, Impresora.' },
    queueStopped: { todo: 'Reanudala en las impresoras de esta computadora: el ticket sale solo.' },
    queueBusy: {
      todo: 'Fijate que la impresora esté encendida y con papel. Si no avanza, cancelá esa impresión en el sistema.',
    },
    leftInQueue: { todo: 'Cancelala en las impresoras de esta computadora antes de imprimir otra vez.' },
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
    misreadTodo: 'Escaneá otra vez, o escribilo mirando la etiqueta.',
    heardAgainTodo: 'Si son dos productos, apretá + o escaneá el segundo otra vez.',
  },
  line: {
    discountProblems: {
      percent: { todo: 'Escribí uno de 0,01 a 100, como 12,5%.' },
      tooMuch: { todo: 'Escribí uno menor.' },
    },
  },
  product: {
    nameMissing: { todo: 'Escribilo como debe salir en el ticket.' },
    taxProblem: { todo: 'Escribí uno de 0 a 100.' },
  },
  quickKeys: {
    help: 'Elegí una tecla y movela. En este orden quedan en la pantalla de venta; un favorito nuevo va al final.',
    tooFew: { todo: 'Marcá productos como favoritos con Ctrl+E para ordenarlos.' },
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
  cash: {
    wholeInCash: { todo: 'Escribí menos que el total, o cobrá en efectivo con F5.' },
  },
  result: {
    cashBack: 'Devolvé {{cash}} en efectivo al cliente.',
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
    noneTodo: 'Quitá un filtro o buscá con menos palabras.',
    days: {
      problem: { todo: 'Escribí día, mes y año, por ejemplo {{example}}.' },
      order: { todo: 'Cambiá uno de los dos.' },
    },
  },
  shift: {
    requiredTodo: 'En esta caja no se vende sin turno abierto. Contá el fondo inicial y abrilo.',
    openExplained: 'Contá el efectivo que queda en el cajón para dar vuelto.',
    count: { wrong: { todo: 'Escribí cuántos hay.' } },
    closing: {
      explained: 'Contá todo el efectivo del cajón, con el fondo inicial. Lo esperado se ve después de confirmar.',
    },
    reconciliation: {
      amountDiffers: 'Venta {{sale}}, pago {{payment}}: acá {{ours}}, en Mercado Pago {{theirs}}.',
      refundDiffers: 'Venta {{sale}}, pago {{payment}}: devuelto acá {{ours}}, en Mercado Pago {{theirs}}.',
    },
    status: { noneTodo: 'Abrí el turno antes de vender.' },
  },
  interrupted: { cashUnpaid: 'Devolvele al cliente los {{cash}} que dio en efectivo.' },
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
      movedTodo: 'Si cambió de dirección en la red, buscala en Configuración, Impresora.',
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
    finish: {
      accountTodo: 'Sin cuenta no se puede cobrar: volvé al paso Cuenta.',
      registerTodo: 'Sin caja no se puede cobrar: volvé al paso Sucursal y caja.',
    },
    account: {
      kinds: {
        test: 'Cuenta de prueba: lo que se cobra no es dinero de verdad. Para vender, conectá las credenciales de producción.',
      },
      tooShortTodo: 'Copialo entero desde Mercado Pago.',
    },
    register: { unusable: 'No sirve para cobrar con QR: le falta el código externo o el monto fijo. Creá otra.' },
    relay: { pairingHelp: 'Lo da quien administra el relay. Pegalo entero.' },
    printer: {
      noneFound: 'No aparece ninguna impresora conectada. Encendela y buscá otra vez, o buscala en la red.',
      onlyNetwork:
        'En Windows la caja imprime solo por red: conectá la impresora a la red de la tienda y buscala con el botón.',
      uncertain: 'No contestó como una impresora de tickets: puede ser otro aparato. Probala solo si la reconocés.',
      search: {
        noneFound:
          'Entre los aparatos cercanos de la red no contestó ninguna impresora. Fijate que esté encendida y en la misma red que esta computadora, y buscá otra vez o escribí su dirección.',
        noNetwork:
          'Esta computadora no está en ninguna red de la tienda. Conectala por cable o Wi-Fi y buscá otra vez.',
        awayTodo: 'Fijate que esté encendida. Si cambió de dirección, buscala en la red y elegila otra vez.',
      },
      codePageHelp: 'Si los acentos salen mal en la prueba, probá otra.',
      testPrintedTodo: 'Fijate que la regla llegue justo al borde y que los acentos se lean bien.',
    },
    selling: {
      discount: { problem: { todo: 'Escribí uno de 0 a 100, o dejalo vacío.' } },
      scale: {
        prefixesProblem: { todo: 'Separalos con comas, por ejemplo 20, 21.' },
        check: 'Para probar con una de verdad, guardá y escaneala más abajo.',
      },
      scanner: {
        explained: 'Escaneá un producto cualquiera: se ve qué llegó y podés ajustar la caja a este lector.',
        field: 'Escaneá acá',
        tooShort: { todo: 'Escaneá un producto entero.' },
        slow: { todo: 'Ajustá la caja a este lector.' },
        byHand: {
          todo: 'Si fue el lector, subí su velocidad con el manual: la caja no puede distinguirlo de una persona.',
        },
        noEnd: {
          todo: 'Lo mejor es programarlo para que mande Enter, con el manual. Si no se puede, ajustá la caja a este lector.',
        },
        shifted: { todo: 'Los números llegan bien igual. Mirá abajo las letras y los signos.' },
        capsLock: { todo: 'Sacalo y escaneá otra vez: cambia las letras de los códigos.' },
        numLock: { todo: 'Ponelo y escaneá otra vez.' },
      },
    },
  },
  productFile: {
    faults: {
      unreadable: { todo: 'Cerralo en otros programas y elegilo otra vez.' },
      tooLarge: { todo: 'Dividilo en dos.' },
      empty: { todo: 'Revisá que la planilla tenga renglones y guardala otra vez.' },
      noColumns: { todo: 'Poné arriba código, nombre y precio, y guardá la planilla como CSV.' },
      badQuotes: { todo: 'Guardalo otra vez como CSV desde la planilla, o borrá las comillas sueltas.' },
    },
    problems: {
      codeMangled:
        'La planilla cambió el código a «{{value}}»: dale formato de texto a esa columna y copialo otra vez.',
    },
  },
  diagnostics: {
    said: {
      accountOther: { todo: 'Conectá la cuenta otra vez en Configuración, Cuenta.' },
      noAccount: { todo: 'Conectala en Configuración, Cuenta.' },
      registerOther: { todo: 'Elegila otra vez en Configuración, Sucursal y caja.' },
      amountNotFixed: { todo: 'Creá otra caja en Configuración, Sucursal y caja.' },
      noRegister: { todo: 'Elegila en Configuración, Sucursal y caja.' },
      relayNotListening: { todo: 'Esperá un momento y probá otra vez. Se cobra igual, un poco más lento.' },
      clockWrong: { todo: 'Corregí la hora de esta computadora.' },
      paperLow: { todo: 'Tené a mano un rollo nuevo.' },
      printerSilent: { todo: 'Imprimí una prueba en Configuración, Impresora.' },
      noPrinter: { todo: 'Se cobra igual. Elegila en Configuración, Impresora.' },
      diskLow: { todo: 'Liberá espacio antes de que no se pueda cobrar.' },
      diskFull: { todo: 'Borrá o mové archivos ahora.' },
      diskUnknown: { todo: 'Revisá la carpeta de datos.' },
      backupOld: { todo: 'Dejá la caja abierta un rato sin cobrar; si no aparece otra, revisá el disco.' },
      databaseDamaged: { todo: 'Cerrá la caja y abrila otra vez: va a ofrecer cómo seguir.' },
      databaseLater: { todo: 'Probá otra vez cuando termine.' },
      tookTooLong: { todo: 'Probá otra vez.' },
      failed: { todo: 'Probá otra vez. Si se repite, avisá a quien mantiene la caja.' },
    },
  },
  settingsHistory: {
    exportHelp:
      'El archivo no lleva el token: completalo, con el código de la otra caja, y abrila con CAJAQR_PROVISION.',
  },
  ticketDesign: {
    logoTooWide: 'En este papel el logo no entra: elegilo otra vez para que se achique.',
    calibration: {
      explained:
        'Imprimí las letras una vez de cada forma. Después elegí el primer número que se lee bien: queda guardado.',
      printed: 'Elegí en esta lista el primer número que se lee bien.',
    },
  },
} as const satisfies Overrides;
