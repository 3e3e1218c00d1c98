import { z } from 'zod';
import { fail, ok, type Result } from './errors';
import { MAX_TOTAL, minorUnitsSchema, sum, timesQuantity, type MinorUnits } from './money';
import { quantitySchema, unitSchema } from './quantity';

/** Something the store sells. `code` is what the scanner reads; it may be missing. */
export const productSchema = z.object({
  id: z.string().min(1).max(64),
  code: z.string().min(1).max(64).nullable(),
  name: z.string().trim().min(1).max(120),
  price: minorUnitsSchema,
  unit: unitSchema,
  category: z.string().max(60).nullable(),
  favourite: z.boolean(),
});
export type Product = z.infer<typeof productSchema>;

/** A line as the cashier builds it: a product of the catalogue, or a free amount with words. */
export const draftLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    id: z.string().min(1).max(64),
    productId: z.string().min(1).max(64),
    /** Name and price as shown; main looks the product up again and refuses the sale when the price moved. */
    name: z.string().min(1).max(120),
    unitPrice: minorUnitsSchema,
    unit: unitSchema,
    quantity: quantitySchema,
  }),
  z.object({
    kind: z.literal('free'),
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(120),
    unitPrice: minorUnitsSchema,
    unit: z.literal('unit'),
    quantity: quantitySchema,
  }),
]);
export type DraftLine = z.infer<typeof draftLineSchema>;

/** The sale being typed. `saleId` is made when its first line is, and stays through every attempt to charge it. */
export const draftSchema = z.object({
  saleId: z.uuid(),
  lines: z.array(draftLineSchema).max(500),
});
export type Draft = z.infer<typeof draftSchema>;

/** A line as it is charged and printed. `total` is `unitPrice × quantity`, rounded once, and never recomputed. */
export const saleLineSchema = z.object({
  productId: z.string().nullable(),
  name: z.string().min(1),
  unitPrice: minorUnitsSchema,
  unit: unitSchema,
  quantity: quantitySchema,
  total: minorUnitsSchema,
});
export type SaleLine = z.infer<typeof saleLineSchema>;

/** A sale as it was closed for charging. Its numbers never change afterwards. */
export const saleSchema = z.object({
  id: z.uuid(),
  /** The till's own running number, printed on the ticket. */
  number: z.int().positive(),
  lines: z.array(saleLineSchema).min(1),
  total: minorUnitsSchema,
});
export type Sale = z.infer<typeof saleSchema>;

export function lineTotal(line: Pick<DraftLine, 'unitPrice' | 'quantity'>): MinorUnits {
  return timesQuantity(line.unitPrice, line.quantity);
}

/** What the draft adds up to now. */
export function draftTotal(lines: readonly DraftLine[]): MinorUnits {
  return sum(lines.map(lineTotal));
}

/** Lines and total as they will be charged, or why this can't be charged. */
export function closeDraft(lines: readonly DraftLine[]): Result<Pick<Sale, 'lines' | 'total'>> {
  if (lines.length === 0) return fail({ code: 'saleEmpty' });
  const total = draftTotal(lines);
  if (total <= 0 || lines.some((line) => line.unitPrice < 0)) return fail({ code: 'amountZero' });
  if (total > MAX_TOTAL) return fail({ code: 'amountTooLarge' });
  return ok({
    total,
    lines: lines.map((line) => ({
      productId: line.kind === 'product' ? line.productId : null,
      name: line.name,
      unitPrice: line.unitPrice,
      unit: line.unit,
      quantity: line.quantity,
      total: lineTotal(line),
    })),
  });
}
