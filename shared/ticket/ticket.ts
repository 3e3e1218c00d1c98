import { z } from 'zod';
import { currencySchema, localeSchema } from '../country';
import { minorUnitsSchema } from '../money';
import { quantitySchema, unitSchema } from '../quantity';

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
  total: minorUnitsSchema,
});
export type TicketLine = z.infer<typeof ticketLineSchema>;

/**
 * A ticket as data: everything that will be on paper and nothing about how. It is a receipt of payment, not a fiscal
 * document. Built only for a sale that `settle` found paid, or marked `test`.
 */
export const ticketSchema = z.object({
  kind: z.enum(['sale', 'test']),
  business: businessSchema,
  registerName: z.string(),
  /** The till's own running number, shown with at least six digits. */
  number: z.int().positive(),
  /** When it was paid, ISO 8601 UTC; printed in `timeZone`. */
  paidAt: z.iso.datetime(),
  timeZone: z.string().refine(isTimeZone),
  locale: localeSchema,
  currency: currencySchema,
  lines: z.array(ticketLineSchema),
  total: minorUnitsSchema,
  payment: z.object({
    /** Mercado Pago's payment numbers: what the store needs to give money back. */
    ids: z.array(z.string()),
    reference: z.string(),
  }),
  /** 0 is the original; n is the n-th reprint and says so on paper. */
  copy: z.int().nonnegative(),
  /** Practice tickets say on paper that they are worth nothing. */
  practice: z.boolean(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Whether times can be shown in a zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
