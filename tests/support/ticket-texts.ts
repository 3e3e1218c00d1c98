import type { TicketTexts } from '../../shared/ticket/ticket-texts';

const legend = 'Documento no válido como factura';

/** Spanish words for tickets in tests. */
export const spanishTicketTexts: TicketTexts = {
  ticket: 'Ticket',
  register: 'Caja',
  total: 'TOTAL',
  paidWith: 'Pagado con Mercado Pago QR',
  payment: 'Operación',
  reference: 'Referencia',
  kilogram: 'kg',
  legends: {
    'es-AR': legend,
    'es-CL': 'No válido como boleta',
    'es-CO': 'Este documento no es factura de venta',
    'es-MX': 'Este ticket no es un comprobante fiscal (CFDI)',
    'es-PE': 'No es comprobante de pago',
    'es-UY': 'Documento no fiscal',
    'pt-BR': 'NÃO É DOCUMENTO FISCAL',
  },
  reprint: (copy) => `REIMPRESIÓN ${copy}`,
  practice: 'PRÁCTICA · SIN VALOR',
  test: {
    title: 'PRUEBA DE IMPRESORA',
    columns: 'Columnas',
    codePage: 'Página de códigos',
    explanation: 'El último dígito de la regla debe tocar el borde derecho y los acentos deben leerse bien.',
  },
};
