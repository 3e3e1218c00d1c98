import { z } from 'zod';
import { currencySchema, localeSchema } from '../country';
import { minorUnitsSchema } from '../money';
import { quantitySchema, unitSchema } from '../quantity';
import { cashCountSchema } from '../shift/cash-count';
import { shiftFiguresSchema, tallySchema } from '../shift/shift';
import { bitmapSchema, logoSchema } from './bitmap';

/** Who the ticket is from; every field as the manager typed it. */
export const businessSchema = z.object({
  name: z.string().trim().min(1).max(80),
  address: z.string().trim().max(160).default(''),
  /** The tax number with its country's label, e.g. "CUIT 30-12345678-9". */
  taxId: z.string().trim().max(40).default(''),
  /** Printed at the end, e.g. "Gracias por su compra". */
  footer: z.string().trim().max(240).default(''),
  /** Replaces the country's own "not a fiscal document"; empty prints none. */
  legend: z.string().trim().max(240).optional(),
});

const ticketLineSchema = z.object({
  name: z.string(),
  quantity: quantitySchema,
  unit: unitSchema,
  unitPrice: minorUnitsSchema,
  /** Of this line, above zero; `total` is what is left. */
  discount: minorUnitsSchema.nullish(),
  note: z.string().nullish(),
  total: minorUnitsSchema,
});
export type TicketLine = z.infer<typeof ticketLineSchema>;

/** What every paper carries, whatever it is about. */
const paperSchema = z.object({
  business: businessSchema,
  /**
   * Printed above the name of the business. It is put in when the paper is laid out: kept with every stored job it would
   * fill the disk.
   */
  logo: logoSchema.nullish(),
  registerName: z.string(),
  /** Times are printed in this zone. */
  timeZone: z.string().refine(isTimeZone),
  locale: localeSchema,
  currency: currencySchema,
  /** 0 is the original; n is the n-th reprint and says so on paper. */
  copy: z.int().nonnegative(),
  /** Who asked for a reprint, and when (ISO 8601 UTC); printed beside its number. */
  reprint: z.object({ by: z.string(), at: z.iso.datetime() }).nullish(),
  /** Practice tickets say on paper that they are worth nothing. */
  practice: z.boolean(),
});
/** What every paper carries. */
export type PaperFacts = z.infer<typeof paperSchema>;

/** One of the ways in which a sale was paid. */
const ticketTenderSchema = z.object({
  kind: z.enum(['cash', 'qr']),
  amount: minorUnitsSchema,
  /** Only of cash: what was handed over, what went back, and the country's rounding (negative in the customer's favour). */
  received: minorUnitsSchema.nullish(),
  change: minorUnitsSchema.nullish(),
  rounding: minorUnitsSchema.nullish(),
});
export type TicketTender = z.infer<typeof ticketTenderSchema>;

/**
 * Built only for a sale that `settle` found paid, or that was paid over the counter. `test` and `calibration` show the
 * printer's settings and belong to no sale.
 */
const saleTicketSchema = paperSchema.extend({
  kind: z.enum(['sale', 'test', 'calibration']),
  /** The till's own running number, shown with at least six digits. */
  number: z.int().positive(),
  /** When it was paid, ISO 8601 UTC. */
  paidAt: z.iso.datetime(),
  lines: z.array(ticketLineSchema),
  /** Off the sum of the lines, above zero. */
  discount: minorUnitsSchema.nullish(),
  total: minorUnitsSchema,
  /** Who charged it, where operators sign in. */
  operator: z.string().nullish(),
  /** Mercado Pago's part of it; null when it was all cash. */
  payment: z
    .object({
      /** Mercado Pago's payment numbers: what the store needs to give money back. */
      ids: z.array(z.string()),
      reference: z.string(),
    })
    .nullable(),
  /** Left out where all of it came by QR. */
  tenders: z.array(ticketTenderSchema).optional(),
});
export type SaleTicket = z.infer<typeof saleTicketSchema>;

/** The caja's own QR for the counter of a shop that has no other print of it. */
const registerQrSchema = paperSchema.extend({ kind: z.literal('registerQr'), qr: bitmapSchema });
export type RegisterQrPaper = z.infer<typeof registerQrSchema>;

/** The slip of money that goes back: agreed to by Mercado Pago, or out of the drawer. */
const refundSlipSchema = paperSchema.extend({
  kind: z.literal('refund'),
  /** Of the sale; null where the payment belongs to none that this till knows. */
  saleNumber: z.int().positive().nullable(),
  /** When the sale was paid, ISO 8601 UTC. */
  soldAt: z.iso.datetime().nullable(),
  refundedAt: z.iso.datetime(),
  /** What is given back by this refund, above zero. */
  amount: minorUnitsSchema,
  /** Of the sale; null where it is not known, and then the slip does not say whether that was all. */
  saleTotal: minorUnitsSchema.nullable(),
  /** Of which payment at Mercado Pago; null when it goes back in cash. */
  payment: z.object({ id: z.string(), reference: z.string().nullable() }).nullable(),
  /** Mercado Pago's number of the refund; null when it goes back in cash. */
  refundId: z.string().nullable(),
  /** What came back, when it was given back by line. */
  lines: z.array(ticketLineSchema).optional(),
  reason: z.string(),
  /** Who gave it back. */
  by: z.string(),
});
export type RefundSlip = z.infer<typeof refundSlipSchema>;

/** Cash that went into the drawer or came out of it: whoever moved it signs. */
const cashSlipSchema = paperSchema.extend({
  kind: z.literal('cashMovement'),
  direction: z.enum(['in', 'out']),
  amount: minorUnitsSchema,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  shiftNumber: z.int().positive(),
});
export type CashSlip = z.infer<typeof cashSlipSchema>;

const shiftPaper = {
  number: z.int().positive(),
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  float: minorUnitsSchema,
};

/** How an open shift stands. Without the cash of its sales: who reads it will count the drawer, and must not know. */
const xReportSchema = paperSchema.extend({
  kind: z.literal('xReport'),
  ...shiftPaper,
  at: z.iso.datetime(),
  cashIn: tallySchema,
  cashOut: tallySchema,
  qrSales: tallySchema,
  qrRefunds: tallySchema,
});
export type XReport = z.infer<typeof xReportSchema>;

/** A closed shift, as it was frozen. */
const zReportSchema = paperSchema.extend({
  kind: z.literal('zReport'),
  ...shiftPaper,
  closedAt: z.iso.datetime(),
  closedBy: z.string(),
  figures: shiftFiguresSchema,
  count: cashCountSchema,
  counted: minorUnitsSchema,
  difference: minorUnitsSchema,
  note: z.string().nullable(),
  /** What was counted before the last count, if anything was. */
  earlierCounts: z.array(minorUnitsSchema),
  /** What Mercado Pago's own list said; null while it was not asked. */
  reconciled: z
    .object({
      findings: z.int().nonnegative(),
      commission: minorUnitsSchema,
      net: minorUnitsSchema,
      /** The API told commission and net of every payment. */
      complete: z.boolean(),
    })
    .nullable(),
});
export type ZReport = z.infer<typeof zReportSchema>;

/** A paper as data: everything that will be on it and nothing about how. Never a fiscal document. */
export const ticketSchema = z.discriminatedUnion('kind', [
  saleTicketSchema,
  registerQrSchema,
  refundSlipSchema,
  cashSlipSchema,
  xReportSchema,
  zReportSchema,
]);
export type Ticket = z.infer<typeof ticketSchema>;

/** Whether times can be shown in a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
