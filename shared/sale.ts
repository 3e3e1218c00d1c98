import { z } from 'zod';
import { amountOff, discountSchema, type Discount } from './discount';
import { fail, ok, type Result } from './errors';
import { MAX_TOTAL, minor, minorUnitsSchema, sum, timesQuantity, type MinorUnits } from './money';
import { pictureVersionSchema } from './product-picture';
import { quantitySchema, unitSchema } from './quantity';

export const categorySchema = z.string().trim().min(1).max(60);

/** Contained in a price, in hundredths of a percent. */
const taxSchema = z.int().min(0).max(10_000);

/** Something the store sells. `code` is what the scanner reads; it may be missing. */
export const productSchema = z.object({
  id: z.string().min(1).max(64),
  code: z.string().min(1).max(64).nullable(),
  name: z.string().trim().min(1).max(120),
  price: minorUnitsSchema,
  unit: unitSchema,
  category: z.string().max(60).nullable(),
  favourite: z.boolean(),
  /** Null where nobody said. */
  tax: taxSchema.nullish(),
  /** Which picture it has, if any: the picture itself is fetched where it is shown. */
  picture: pictureVersionSchema.optional(),
});
export type Product = z.infer<typeof productSchema>;

/** Words of the cashier on a line, printed under it. */
const noteSchema = z.string().trim().min(1).max(120);

/** What may be said about any line. */
const lineExtras = { discount: discountSchema.optional(), note: noteSchema.optional() };

/** A line as the cashier builds it: a product of the catalogue, or a free amount with words. */
export const draftLineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    id: z.string().min(1).max(64),
    productId: z.string().min(1).max(64),
    /** Name and price as shown; main looks the product up again and refuses the sale when the price moved. */
    name: z.string().min(1).max(120),
    unitPrice: minorUnitsSchema,
    /** The catalogue's price, where the cashier asks another: main checks it, and whether that is allowed. */
    listPrice: minorUnitsSchema.optional(),
    /** The label of a scale that says this price: main reads it again. */
    scaleCode: z.string().max(64).optional(),
    unit: unitSchema,
    quantity: quantitySchema,
    ...lineExtras,
  }),
  z.object({
    kind: z.literal('free'),
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(120),
    unitPrice: minorUnitsSchema,
    unit: z.literal('unit'),
    quantity: quantitySchema,
    ...lineExtras,
  }),
]);
export type DraftLine = z.infer<typeof draftLineSchema>;

/** The sale being typed. `saleId` is made when its first line is, and stays through every attempt to charge it. */
export const draftSchema = z.object({
  saleId: z.uuid(),
  lines: z.array(draftLineSchema).max(500),
  /** Off the sum of the lines, after their own discounts. */
  discount: discountSchema.optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/**
 * A line as it is charged and printed. `total` is `unitPrice × quantity`, rounded once, less the line's discount, and never
 * recomputed.
 */
export const saleLineSchema = z.object({
  productId: z.string().nullable(),
  name: z.string().min(1),
  unitPrice: minorUnitsSchema,
  /** What the catalogue asked, where the cashier asked `unitPrice`. */
  listPrice: minorUnitsSchema.optional(),
  unit: unitSchema,
  quantity: quantitySchema,
  /** What was taken off, above zero. */
  discount: minorUnitsSchema.positive().optional(),
  note: z.string().optional(),
  /** The catalogue's, where it has one. */
  tax: taxSchema.optional(),
  total: minorUnitsSchema,
});
export type SaleLine = z.infer<typeof saleLineSchema>;

/** A sale as it was closed for charging. Its numbers never change afterwards: `total` is the lines' sum less `discount`. */
export const saleSchema = z.object({
  id: z.uuid(),
  /** The till's own running number, printed on the ticket. */
  number: z.int().positive(),
  lines: z.array(saleLineSchema).min(1),
  /** What was taken off the whole sale, above zero. */
  discount: minorUnitsSchema.positive().optional(),
  total: minorUnitsSchema,
});
export type Sale = z.infer<typeof saleSchema>;

type Priced = Pick<DraftLine, 'unitPrice' | 'quantity' | 'discount'>;

/** `unitPrice × quantity`, before any discount. */
export function lineGross({ unitPrice, quantity }: Pick<Priced, 'unitPrice' | 'quantity'>): MinorUnits {
  return timesQuantity(unitPrice, quantity);
}

/** What the line costs, after its own discount. */
export function lineTotal(line: Priced): MinorUnits {
  const gross = lineGross(line);
  return minor(gross - amountOff(gross, line.discount));
}

/** What a price is made of: the lines, and what is taken off them all. */
export interface Bill {
  readonly lines: readonly DraftLine[];
  readonly discount?: Discount | undefined;
}

/** What the lines add up to, before what is taken off the whole sale. */
export function draftSubtotal({ lines }: Pick<Bill, 'lines'>): MinorUnits {
  return sum(lines.map(lineTotal));
}

/** What the draft costs now. */
export function draftTotal(draft: Bill): MinorUnits {
  const subtotal = draftSubtotal(draft);
  return minor(subtotal - amountOff(subtotal, draft.discount));
}

/** Lines, discount and total as they will be charged, or why this can't be charged. */
export function closeDraft(draft: Bill): Result<Pick<Sale, 'lines' | 'discount' | 'total'>> {
  const { lines } = draft;
  if (lines.length === 0) return fail({ code: 'saleEmpty' });
  const total = draftTotal(draft);
  if (total <= 0 || lines.some((line) => line.unitPrice < 0)) return fail({ code: 'amountZero' });
  if (total > MAX_TOTAL) return fail({ code: 'amountTooLarge' });
  const discount = amountOff(draftSubtotal(draft), draft.discount);
  return ok({ total, ...(discount > 0 ? { discount } : {}), lines: lines.map(closeLine) });
}

function closeLine(line: DraftLine): SaleLine {
  const { name, unitPrice, unit, quantity, note } = line;
  const product = line.kind === 'product' ? line : null;
  const discount = amountOff(lineGross(line), line.discount);
  return {
    productId: product?.productId ?? null,
    name,
    unitPrice,
    ...(product?.listPrice === undefined ? {} : { listPrice: product.listPrice }),
    unit,
    quantity,
    ...(discount > 0 ? { discount } : {}),
    ...(note === undefined ? {} : { note }),
    total: lineTotal(line),
  };
}
