import type { Locale } from '../country';

/** Every word that the till itself puts on paper. What the shop typed is in the ticket. */
export interface TicketTexts {
  /** Before the number: "Ticket". */
  readonly ticket: string;
  /** Before the caja's name: "Caja". */
  readonly register: string;
  /** Before the name of who charged it: "Atendió". */
  readonly servedBy: string;
  readonly total: string;
  /** How it was paid, as one line: "Pagado con Mercado Pago QR". */
  readonly paidWith: string;
  readonly tenders: {
    /** The line above, when no part of it came by QR, and when only a part did. */
    readonly paidCash: string;
    readonly paidBoth: string;
    /** Before what was paid in cash, and by QR. */
    readonly cash: string;
    readonly qr: string;
    /** Before the difference that coins make, and before what is left to pay in cash after it. */
    readonly rounding: string;
    readonly due: string;
    /** Before what the customer handed over, and what went back. */
    readonly received: string;
    readonly change: string;
  };
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
    /** Where the money goes, as one sentence: by Mercado Pago, or out of the drawer. */
    readonly destination: string;
    readonly destinationCash: string;
    readonly reason: string;
    /** Before the name of who gave the money back. */
    readonly by: string;
    /** Before Mercado Pago's number of the refund. */
    readonly id: string;
  };
  readonly shift: {
    /** What the slips are: "INGRESO DE EFECTIVO", "RETIRO DE EFECTIVO", "CIERRE X", "CIERRE Z". */
    readonly cashInTitle: string;
    readonly cashOutTitle: string;
    readonly xTitle: string;
    readonly zTitle: string;
    /** Before the shift's number: "Turno". */
    readonly shift: string;
    readonly opened: string;
    readonly closed: string;
    readonly printed: string;
    /** Headings. */
    readonly drawer: string;
    readonly counting: string;
    readonly float: string;
    readonly cashSales: string;
    readonly cashRefunds: string;
    readonly cashIn: string;
    readonly cashOut: string;
    readonly expected: string;
    readonly counted: string;
    readonly difference: string;
    readonly short: string;
    readonly over: string;
    readonly exact: string;
    readonly earlierCount: string;
    readonly coin: string;
    readonly other: string;
    readonly note: string;
    readonly qrSales: string;
    readonly qrRefunds: string;
    readonly qrReturned: string;
    readonly qrNet: string;
    /** How our books and Mercado Pago's list compare. */
    readonly agrees: string;
    readonly differs: (findings: number) => string;
    readonly notAsked: string;
    readonly commission: string;
    readonly net: string;
    /** Instead of both, where Mercado Pago did not say all. */
    readonly netUnknown: string;
    readonly blind: string;
    readonly reason: string;
    readonly by: string;
    readonly signature: string;
  };
  readonly test: {
    readonly title: string;
    readonly columns: string;
    readonly codePage: string;
    /** Shown under the samples: what to look at. */
    readonly explanation: string;
  };
  readonly calibration: {
    readonly title: string;
    /** Printed without accents. */
    readonly explanation: string;
  };
  /** Above the caja's QR. */
  readonly registerQr: string;
}
