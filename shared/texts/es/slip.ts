/** The same for the paper of a refund. */
export const slip = {
  region: 'Comprobante de la devolución',
  printing: 'Imprimiendo el comprobante…',
  printed: 'Comprobante impreso',
  reprinted: 'Reimpresión {{copy}} del comprobante impresa',
  waiting: 'El comprobante espera la impresora',
  failed: 'El comprobante no salió',
  question: '¿Salió el comprobante?',
  yes: 'Sí, salió',
  no: 'No, imprimir otra vez',
  print: 'Imprimir',
  reprint: 'Reimprimir',
} as const;
