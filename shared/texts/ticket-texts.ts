import type { Locale } from '../country';
import type { TicketTexts } from '../ticket/ticket-texts';

/**
 * The words that the till puts on paper, in neutral Spanish. The legends are what each country's shops print on a paper
 * that is not fiscal; a shop's accountant has the last word.
 */
const spanish: TicketTexts = {
  ticket: 'Ticket',
  register: 'Caja',
  total: 'TOTAL',
  paidWith: 'Pagado con Mercado Pago QR',
  payment: 'Operación',
  reference: 'Referencia',
  kilogram: 'kg',
  discount: 'Descuento',
  subtotal: 'Subtotal',
  legends: {
    'es-AR': 'X · DOCUMENTO NO VÁLIDO COMO FACTURA',
    'pt-BR': 'NÃO É DOCUMENTO FISCAL',
    'es-CL': 'No válido como boleta ni factura',
    'es-CO': 'Este documento no es factura de venta ni documento equivalente',
    'es-MX': 'Este ticket no es un comprobante fiscal (CFDI)',
    'es-PE': 'No es comprobante de pago',
    'es-UY': 'Documento no fiscal',
  },
  reprint: (copy) => `REIMPRESIÓN ${copy}`,
  practice: 'PRÁCTICA · SIN VALOR',
  refund: {
    title: 'DEVOLUCIÓN',
    sale: 'Venta',
    soldAt: 'Fecha de la venta',
    saleTotal: 'Total de la venta',
    amount: 'DEVUELTO',
    full: 'Devolución total',
    partial: 'Devolución parcial',
    destination: 'El dinero vuelve por Mercado Pago al medio con el que se pagó.',
    reason: 'Motivo',
    by: 'Devolvió',
    id: 'Devolución',
  },
  test: {
    title: 'PRUEBA DE IMPRESIÓN',
    columns: 'Columnas',
    codePage: 'Letras',
    explanation: 'El último número de la regla debe tocar el borde derecho, y los acentos leerse bien.',
  },
};

/** The customer in Brazil reads the paper, so it is in Portuguese before the screens are. */
const portuguese: TicketTexts = {
  ...spanish,
  ticket: 'Recibo',
  register: 'Caixa',
  paidWith: 'Pago com QR do Mercado Pago',
  payment: 'Operação',
  reference: 'Referência',
  discount: 'Desconto',
  reprint: (copy) => `REIMPRESSÃO ${copy}`,
  practice: 'TREINAMENTO · SEM VALOR',
  refund: {
    title: 'DEVOLUÇÃO',
    sale: 'Venda',
    soldAt: 'Data da venda',
    saleTotal: 'Total da venda',
    amount: 'DEVOLVIDO',
    full: 'Devolução total',
    partial: 'Devolução parcial',
    destination: 'O dinheiro volta pelo Mercado Pago ao meio com que foi pago.',
    reason: 'Motivo',
    by: 'Devolvido por',
    id: 'Devolução',
  },
  test: {
    title: 'TESTE DE IMPRESSÃO',
    columns: 'Colunas',
    codePage: 'Letras',
    explanation: 'O último número da régua deve tocar a borda direita, e os acentos devem sair certos.',
  },
};

/** The words on the tickets of one locale. */
export function ticketTexts(locale: Locale): TicketTexts {
  return locale === 'pt-BR' ? portuguese : spanish;
}
