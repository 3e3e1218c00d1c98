import { z } from 'zod';
import { currencySchema, localeSchema } from '../country';
import { minorUnitsSchema } from '../money';
import { quantitySchema, unitSchema } from '../quantity';
import { bitmapSchema } from './bitmap';

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
  logo: bitmapSchema.nullish(),
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

/** Built only for a sale that `settle` found paid. `test` shows the printer's settings and belongs to no sale. */
const saleTicketSchema = paperSchema.extend({
  kind: z.enum(['sale', 'test']),
  /** The till's own running number, shown with at least six digits. */
  number: z.int().positive(),
  /** When it was paid, ISO 8601 UTC. */
  paidAt: z.iso.datetime(),
  lines: z.array(ticketLineSchema),
  /** Off the sum of the lines, above zero. */
  discount: minorUnitsSchema.nullish(),
  total: minorUnitsSchema,
  payment: z.object({
    /** Mercado Pago's payment numbers: what the store needs to give money back. */
    ids: z.array(z.string()),
    reference: z.string(),
  }),
});
export type SaleTicket = z.infer<typeof saleTicketSchema>;

/** The slip of a refund that Mercado Pago has agreed to. */
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
  payment: z.object({ id: z.string(), reference: z.string().nullable() }),
  /** Mercado Pago's number of the refund. */
  refundId: z.string(),
  reason: z.string(),
  /** Who gave it back. */
  by: z.string(),
});
export type RefundSlip = z.infer<typeof refundSlipSchema>;

/** A paper as data: everything that will be on it and nothing about how. Never a fiscal document. */
export const ticketSchema = z.discriminatedUnion('kind', [saleTicketSchema, refundSlipSchema]);
export type Ticket = z.infer<typeof ticketSchema>;

/** Whether times can be shown in a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
