/** What the program says before it has a window, a language or a log: to a terminal or in the system's own box. */
export const startTexts = {
  title: 'Caja QR',
  customerScreen: 'Caja QR · cliente',
  alreadyOpen: 'Caja QR ya está abierta con estos datos; se mostró esa ventana.',
  cannotStart: (reason: string) =>
    `La caja no pudo abrir sus datos y no se puede vender. Revisar que el disco tenga lugar y que nadie más los use, y abrirla otra vez. Detalle: ${reason}`,
  provisionRefused: (problem: string) => `El archivo de configuración no se aplicó. ${problem}`,
  provisionStays: (file: string) =>
    `${file} se aplicó y tiene el token a la vista: borrarlo, o guardarlo en un lugar seguro. La caja ya no lo necesita.`,
  provisionReadable: (file: string) =>
    `Cualquiera que use esta computadora puede leer ${file}, que tiene el token a la vista: borrarlo, o dejarlo solo para quien vende (chmod 600). La caja ya no lo necesita.`,
  fileEmpty: 'el archivo está vacío',
  jsonBroken: 'no es JSON válido: revisar comas, comillas y llaves cerca de esta línea',
  deviceExpected: 'tiene que ser un dispositivo, por ejemplo /dev/usb/lp0',
  addressExpected: 'tiene que empezar con https:// (o http:// en esta misma computadora), sin usuario ni parámetros',
  fileUnreadable: 'el archivo no existe o no se puede leer',
  /** A till without a name yet, on its test ticket. */
  till: 'Caja',
  notAPairing: 'no es un código de vínculo del relay',
  repeatedProduct: (id: string) => `el código o el nombre «${id}» está repetido`,
  tooManyDecimals: (price: number, currency: string) =>
    `el precio ${price} tiene más decimales que los que usa ${currency}`,
  priceTooLarge: (price: number) => `el precio ${price} es demasiado grande`,
} as const;
