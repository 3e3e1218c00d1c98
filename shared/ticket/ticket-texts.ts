import type { Locale } from '../country';

/** Every word that the till itself puts on paper. What the shop typed is in the ticket. */
export interface TicketTexts {
  /** Before the number: "Ticket". */
  readonly ticket: string;
  /** Before the caja's name: "Caja". */
  readonly register: string;
  readonly total: string;
  /** How it was paid, as one line: "Pagado con Mercado Pago QR". */
  readonly paidWith: string;
  /** Before Mercado Pago's payment number: "Operación". */
  readonly payment: string;
  /** Before our own reference: "Referencia". */
  readonly reference: string;
  readonly kilogram: string;
  /** Before what was taken off: "Descuento". */
  readonly discount: string;
  /** Before the sum of the lines, where something is taken off it. */
  readonly subtotal: string;
  /** Says that it is not a fiscal document, in the words of each country. The shop may replace it. */
  readonly legends: Readonly<Record<Locale, string>>;
  /** The mark on the n-th copy: "REIMPRESIÓN 2". */
  readonly reprint: (copy: number) => string;
  /** The mark on a ticket that is worth nothing: "PRÁCTICA · SIN VALOR". */
  readonly practice: string;
  readonly refund: {
    /** What the slip is: "DEVOLUCIÓN". */
    readonly title: string;
    /** Before the number of the sale: "Venta". */
    readonly sale: string;
    /** Before the day of the sale, on its own line: "Fecha de la venta". */
    readonly soldAt: string;
    /** Before what the sale cost. */
    readonly saleTotal: string;
    /** Before what is given back: "DEVUELTO". */
    readonly amount: string;
    /** All of the sale's money is given back. */
    readonly full: string;
    /** Only part of it. */
    readonly partial: string;
    /** Where the money goes, as one sentence. */
    readonly destination: string;
    readonly reason: string;
    /** Before the name of who gave the money back. */
    readonly by: string;
    /** Before Mercado Pago's number of the refund. */
    readonly id: string;
  };
  readonly test: {
    readonly title: string;
    readonly columns: string;
    readonly codePage: string;
    /** Shown under the samples: what to look at. */
    readonly explanation: string;
  };
}
