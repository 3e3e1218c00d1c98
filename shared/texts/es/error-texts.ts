import type { ErrorCode } from '../../errors';
import type { PrinterTrouble } from '../../printer';

/** What happened, and what to do about it. */
export interface Sentence {
  readonly what: string;
  readonly todo: string;
}

/** One sentence for every expected failure. */
export const errorTexts = {
  offline: {
    what: 'No hay conexión con Mercado Pago.',
    todo: 'Revisar internet. La caja sigue intentando sola.',
  },
  timeout: { what: 'Mercado Pago no respondió a tiempo.', todo: 'La caja sigue intentando sola.' },
  rateLimited: { what: 'Mercado Pago pidió esperar unos segundos.', todo: 'La caja vuelve a preguntar sola.' },
  mercadoPagoDown: {
    what: 'Mercado Pago tiene un problema en este momento.',
    todo: 'La caja sigue intentando sola.',
  },
  unexpectedAnswer: {
    what: 'Mercado Pago respondió algo que la caja no entiende.',
    todo: 'La caja vuelve a preguntar sola. Si sigue así, avisar a quien la mantiene.',
  },
  tokenInvalid: {
    what: 'Mercado Pago no reconoce el token de la cuenta.',
    todo: 'Copiar otra vez el Access Token y pegarlo en Configuración, Cuenta.',
  },
  accountForbidden: {
    what: 'La cuenta no tiene permiso para esto en Mercado Pago.',
    todo: 'Entrar en Mercado Pago con el dueño de la cuenta y revisar que pueda cobrar con QR.',
  },
  registerNotFound: {
    what: 'Mercado Pago no encuentra esta caja.',
    todo: 'Elegir la caja otra vez en Configuración, Sucursal y caja.',
  },
  registerOccupied: {
    what: 'La caja tiene otra orden sin terminar en Mercado Pago.',
    todo: 'Esperar unos segundos e intentar otra vez. Si pasa seguido, ver que otra computadora no use la misma caja.',
  },
  registerInUse: {
    what: 'Esta caja está en uso en otra computadora.',
    todo: 'Cobrar desde esa computadora, o pedir a quien administra la caja que la pase a esta.',
  },
  registerOpenTwice: {
    what: 'Esta caja ya está abierta en esta computadora, en otra sesión.',
    todo: 'Cobrar desde esa sesión, o cerrar ahí el programa y probar otra vez.',
  },
  storeNotFound: {
    what: 'Mercado Pago no encuentra esta sucursal.',
    todo: 'Elegir la sucursal otra vez en Configuración, Sucursal y caja.',
  },
  externalIdTaken: { what: 'Ese código ya está usado en la cuenta.', todo: 'Escribir otro código.' },
  externalIdInvalid: {
    what: 'El código tiene caracteres que Mercado Pago no acepta.',
    todo: 'Usar solo letras sin acento y números.',
  },
  locationInvalid: {
    what: 'Mercado Pago no acepta esa dirección.',
    todo: 'Revisar calle, número, ciudad, provincia y coordenadas.',
  },
  nameTooLong: { what: 'El nombre es demasiado largo para Mercado Pago.', todo: 'Escribir uno más corto.' },
  siteMismatch: {
    what: 'Ese token es de una cuenta de otro país.',
    todo: 'Usar una cuenta del mismo país que esta caja.',
  },
  orderInvalid: {
    what: 'Mercado Pago no aceptó los datos del cobro.',
    todo: 'Volver a la venta y cobrar otra vez. Si se repite, avisar a quien mantiene la caja.',
  },
  amountInvalid: {
    what: 'Mercado Pago no acepta ese importe.',
    todo: 'Volver a la venta y revisar los importes.',
  },
  expirationInvalid: {
    what: 'Mercado Pago no aceptó el tiempo para pagar.',
    todo: 'Revisar la hora de esta computadora y los minutos en Configuración, Cobro.',
  },
  sponsorInvalid: {
    what: 'Mercado Pago no aceptó el número de integrador.',
    todo: 'Corregirlo en la configuración desatendida o quitarlo.',
  },
  notificationUrlInvalid: {
    what: 'Mercado Pago no aceptó la dirección del relay.',
    todo: 'Revisar el vínculo en Configuración, Relay.',
  },
  orderLocked: {
    what: 'Alguien está pagando este cobro ahora.',
    todo: 'Esperar a que termine. La caja pregunta sola.',
  },
  saleEmpty: { what: 'La venta no tiene renglones.', todo: 'Agregar un producto o un importe.' },
  amountZero: { what: 'El total es cero.', todo: 'Agregar un renglón con un importe mayor que cero.' },
  amountTooLarge: { what: 'El total pasa el máximo de una venta.', todo: 'Dividirla en dos ventas.' },
  productUnknown: {
    what: 'Un producto de la venta ya no está en el catálogo.',
    todo: 'Quitar ese renglón y cargarlo otra vez.',
  },
  priceChanged: {
    what: 'Cambió el precio de un producto de la venta.',
    todo: 'Quitar ese renglón, cargarlo otra vez y revisar el total.',
  },
  chargeInProgress: {
    what: 'Ya hay un cobro en curso en esta caja.',
    todo: 'Terminarlo o cancelarlo antes de empezar otro.',
  },
  nothingToDo: { what: 'Ese cobro ya había terminado.', todo: 'Mirar en la pantalla cómo quedó.' },
  saleAlreadyPaid: {
    what: 'Por esta venta ya entró un pago.',
    todo: 'Mirar Cobros para revisar, o empezar una venta nueva.',
  },
  receivedTooLittle: {
    what: 'Lo recibido no alcanza para el total.',
    todo: 'Recibir lo que falta, o cobrar el resto con QR.',
  },
  receivedTooMuch: {
    what: 'Lo recibido es demasiado para esta venta.',
    todo: 'Revisar el importe que se escribió.',
  },
  tooManyHeld: {
    what: 'Hay demasiadas ventas en espera.',
    todo: 'Retomar o descartar alguna antes de guardar otra.',
  },
  heldAlready: {
    what: 'Esta misma venta ya está en espera, con otros renglones.',
    todo: 'Vaciar la que está en pantalla y retomar la que espera.',
  },
  codeTaken: { what: 'Otro producto ya tiene ese código.', todo: 'Revisar el código.' },
  saleNotCovered: {
    what: 'Según Mercado Pago, lo que entró no alcanza para pagar esta venta.',
    todo: 'Cobrar otra vez y devolver este pago, o cerrarlo con una explicación.',
  },
  shiftNeeded: {
    what: 'No hay un turno abierto.',
    todo: 'Abrir el turno con Ctrl+T y contar el fondo inicial.',
  },
  shiftAlreadyOpen: {
    what: 'Ya hay un turno abierto en esta caja.',
    todo: 'Cerrarlo antes de abrir otro.',
  },
  shiftUndecided: {
    what: 'Hay cobros sin resolver: el turno no se puede cerrar todavía.',
    todo: 'Terminar el cobro en curso o decidir en Cobros para revisar.',
  },
  shiftCountNeeded: {
    what: 'Entró o salió efectivo después del conteo.',
    todo: 'Contar otra vez.',
  },
  shiftNoteNeeded: {
    what: 'Hay una diferencia y falta la explicación.',
    todo: 'Escribir qué pasó: queda en el cierre.',
  },
  cashCountInvalid: {
    what: 'El conteo tiene un billete o una moneda que no es de este país.',
    todo: 'Contar otra vez.',
  },
  paymentNotFound: {
    what: 'Mercado Pago no encuentra este pago en la cuenta conectada.',
    todo: 'Revisar que la cuenta sea la misma con la que se cobró.',
  },
  refundInProgress: {
    what: 'Ya hay una devolución de este pago en camino.',
    todo: 'Esperar a que termine antes de pedir otra.',
  },
  refundTooLarge: {
    what: 'Ese importe es mayor que lo que queda del pago.',
    todo: 'Escribir un importe igual o menor al que se muestra.',
  },
  refundTooOld: {
    what: 'Mercado Pago ya no permite devolver este pago: pasaron más de 180 días.',
    todo: 'Devolver el dinero por otro medio y anotarlo.',
  },
  refundOnlyWhole: {
    what: 'Este pago solo se puede devolver entero.',
    todo: 'Devolver el total, o devolver la parte por otro medio.',
  },
  refundNotPossible: {
    what: 'Mercado Pago no permite devolver este pago en el estado en que está.',
    todo: 'Mirar la operación en Mercado Pago: puede estar devuelta o en disputa.',
  },
  lineCameBack: {
    what: 'Uno de los renglones marcados ya volvió, o está volviendo.',
    todo: 'Cerrar y abrir la venta otra vez: los que volvieron están tachados.',
  },
  refundNoFunds: {
    what: 'La cuenta de Mercado Pago no tiene dinero suficiente para esta devolución.',
    todo: 'Cargar dinero en la cuenta y pedir la devolución otra vez.',
  },
  refundRejected: {
    what: 'Mercado Pago rechazó la devolución. No se devolvió nada.',
    todo: 'Intentar otra vez o devolver el dinero por otro medio.',
  },
  relayUnreachable: {
    what: 'El relay no responde.',
    todo: 'Revisar internet y que el relay esté encendido. Mientras tanto se cobra igual, un poco más lento.',
  },
  relayTokenRefused: {
    what: 'El relay no reconoce a esta caja.',
    todo: 'Pedir otro código de vínculo y pegarlo en Configuración, Relay.',
  },
  relayNotARelay: {
    what: 'En esa dirección responde algo que no es el relay.',
    todo: 'Revisar la dirección del código de vínculo.',
  },
  pairingInvalid: {
    what: 'Ese código de vínculo no está completo.',
    todo: 'Copiarlo entero, sin cortar ninguna línea, y pegarlo otra vez.',
  },
  practiceMixed: {
    what: 'La práctica y las ventas de verdad no comparten carpeta de datos.',
    todo: 'Abrir la caja con otra carpeta, en CAJAQR_DATA_DIR.',
  },
  practiceNeedsTest: {
    what: 'Este token es de una cuenta de verdad, y en la práctica nadie paga de verdad.',
    todo: 'Usar el token de una cuenta de prueba, o quitar la práctica.',
  },
  notConfigured: {
    what: 'Falta configurar la cuenta o la caja.',
    todo: 'Completar los pasos marcados en Configuración.',
  },
  printerUnavailable: {
    what: 'La impresora no está disponible.',
    todo: 'Revisar que esté encendida y conectada.',
  },
  diskProblem: {
    what: 'No se pudo guardar en el disco de esta computadora.',
    todo: 'Liberar espacio o revisar los permisos de la carpeta de datos antes de seguir.',
  },
  signInNeeded: {
    what: 'La pantalla está bloqueada.',
    todo: 'Entrar con el PIN de quien atiende.',
  },
  permissionNeeded: {
    what: 'Hace falta el permiso de un encargado.',
    todo: 'Pedir a un encargado que escriba su PIN.',
  },
  pinWrong: {
    what: 'Ese PIN no es de nadie.',
    todo: 'Escribirlo otra vez, dígito por dígito.',
  },
  pinWaits: {
    what: 'Hubo varios PIN equivocados.',
    todo: 'Esperar a que termine la cuenta y probar otra vez.',
  },
  pinNotOfManager: {
    what: 'Ese PIN no es de un encargado.',
    todo: 'Para esto hace falta el de un encargado.',
  },
  pinTaken: {
    what: 'Otra persona ya usa ese PIN.',
    todo: 'Elegir otro: cada persona tiene el suyo.',
  },
  pinTooEasy: {
    what: 'Ese PIN se adivina enseguida.',
    todo: 'Elegir uno sin dígitos repetidos ni en orden.',
  },
  operatorNameTaken: {
    what: 'Ya hay una persona con ese nombre.',
    todo: 'Agregar la inicial del apellido.',
  },
  managerNeeded: {
    what: 'La caja necesita al menos un encargado.',
    todo: 'Crear primero otro encargado.',
  },
  ownerNotProven: {
    what: 'Ese token no es de la cuenta conectada.',
    todo: 'Copiarlo de Mercado Pago, con la cuenta dueña de esta caja.',
  },
  diskFull: {
    what: 'No queda lugar en el disco: un cobro no se podría guardar.',
    todo: 'Liberar espacio en esta computadora. La caja vuelve a cobrar sola.',
  },
  dataUnusable: {
    what: 'Los datos de la caja no se pueden usar.',
    todo: 'Elegir en esta pantalla cómo seguir.',
  },
  catalogueChanged: {
    what: 'El catálogo cambió después de leer el archivo.',
    todo: 'Elegir el archivo otra vez para ver qué cambia ahora.',
  },
  pictureUnusable: {
    what: 'Ese archivo no es una imagen PNG, JPG o WebP que se pueda leer.',
    todo: 'Elegir otra imagen, o guardarla otra vez como PNG.',
  },
  pictureTooLarge: {
    what: 'La imagen es demasiado grande.',
    todo: 'Elegir una de hasta 4 MB y 8000 puntos de lado.',
  },
  fileNotWritten: {
    what: 'El archivo no se pudo guardar ahí.',
    todo: 'Elegir otra carpeta, o cerrar el archivo si está abierto en otro programa.',
  },
  backupUnusable: {
    what: 'Esa copia no se puede usar: está dañada o ya no está.',
    todo: 'Elegir otra copia. Los datos dañados siguen guardados como estaban.',
  },
  badRequest: {
    what: 'La pantalla pidió algo que la caja no acepta.',
    todo: 'Intentar otra vez. Si se repite, avisar a quien mantiene la caja.',
  },
  internal: {
    what: 'La caja tuvo un problema inesperado.',
    todo: 'Intentar otra vez. Si se repite, cerrar y abrir el programa: la venta queda guardada.',
  },
} as const satisfies Record<ErrorCode, Sentence>;

/** One sentence for every reason why a printer can't print. */
export const printerTroubleTexts = {
  notConfigured: { what: 'No hay impresora elegida.', todo: 'Elegir una en Configuración, Impresora.' },
  notFound: { what: 'La impresora no aparece.', todo: 'Revisar que esté encendida y el cable conectado.' },
  noPermission: {
    what: 'Esta computadora no deja usar la impresora.',
    todo: 'Pedir a quien la administra que dé permiso sobre la impresora.',
  },
  busy: { what: 'Otro programa está usando la impresora.', todo: 'Cerrar el otro programa o esperar que termine.' },
  paperOut: { what: 'Se terminó el papel.', todo: 'Poner un rollo nuevo: el ticket sale solo.' },
  coverOpen: { what: 'La tapa de la impresora está abierta.', todo: 'Cerrarla: el ticket sale solo.' },
  offline: { what: 'La impresora está fuera de línea.', todo: 'Apretar su botón de avance o apagarla y encenderla.' },
  printerError: {
    what: 'La impresora avisa de un error.',
    todo: 'Mirar sus luces. Apagarla y encenderla suele alcanzar.',
  },
  unplugged: { what: 'La impresora se desconectó.', todo: 'Conectar otra vez el cable.' },
  stalled: {
    what: 'La impresora dejó de recibir.',
    todo: 'Revisar papel y tapa. Si sigue así, apagarla y encenderla.',
  },
  notADevice: {
    what: 'Lo elegido no es una impresora de tickets.',
    todo: 'Elegir otra en Configuración, Impresora.',
  },
  queueStopped: {
    what: 'El sistema tiene la impresora en pausa.',
    todo: 'Reanudarla en las impresoras de esta computadora: el ticket sale solo.',
  },
  queueBusy: {
    what: 'El sistema tiene otra impresión sin terminar.',
    todo: 'Revisar que la impresora esté encendida y con papel. Si no avanza, cancelar esa impresión en el sistema.',
  },
  leftInQueue: {
    what: 'Quedó una impresión en la cola del sistema: puede salir más tarde.',
    todo: 'Cancelarla en las impresoras de esta computadora antes de imprimir otra vez.',
  },
  diskFull: {
    what: 'No queda lugar para guardar el ticket.',
    todo: 'Liberar espacio en el disco de esta computadora.',
  },
  programStopped: {
    what: 'La caja se cerró mientras imprimía.',
    todo: 'Mirar si el ticket salió antes de imprimir otro.',
  },
  unknown: { what: 'La impresora no dice qué le pasa.', todo: 'Mirar si tiene papel y está encendida.' },
} as const satisfies Record<PrinterTrouble, Sentence>;
