import { z } from 'zod';
import { minorUnitsSchema } from '../money';
import { saleRecordSchema } from '../snapshot';

/** A day on the store's clock, as calendars have it. */
const daySchema = z.iso.date();

const LONGEST_SPAN_MS = 10 * 366 * 86_400_000;

/** The first and the last day of a span, both in it; ten years at most. */
export const daysSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, { error: 'the last day is before the first' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_SPAN_MS, { error: 'longer than ten years' });
export type Days = z.infer<typeof daysSchema>;

export const tenderFilterSchema = z.enum(['cash', 'qr', 'both']);
export type TenderFilter = z.infer<typeof tenderFilterSchema>;

/** `refunded`: all of it or a part. */
export const stateFilterSchema = z.enum(['paid', 'refunded', 'review', 'unpaid', 'open']);
export type StateFilter = z.infer<typeof stateFilterSchema>;

/** Which sales somebody looks for. Nothing in it finds them all. */
export const saleFilterSchema = z.object({
  /** The end of a number, a payment, the beginning of a reference, or words of products and of cashiers. */
  text: z.string().max(80).default(''),
  /** The same text, where it can be read as an amount. */
  amount: minorUnitsSchema.positive().nullable().default(null),
  days: daysSchema.nullable().default(null),
  tender: tenderFilterSchema.nullable().default(null),
  state: stateFilterSchema.nullable().default(null),
});
export type SaleFilter = z.infer<typeof saleFilterSchema>;

/** Some of them, newest first. */
export const salePageSchema = z.object({
  records: z.array(saleRecordSchema),
  /** Where the next page begins; null at the end. */
  next: z.int().positive().nullable(),
});
export type SalePage = z.infer<typeof salePageSchema>;
