import { z } from 'zod';
import { minor, minorUnitsSchema, sum, type MinorUnits } from '../money';
import { cashCountSchema, countedOf, type CashCount } from './cash-count';

/** How many of something, and what they come to. */
export const tallySchema = z.object({ count: z.int().nonnegative(), total: minorUnitsSchema });
export type Tally = z.infer<typeof tallySchema>;

/** Cash that was put into the drawer or taken out of it beside any sale. Never changes and is never taken back. */
export const cashMovementSchema = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  direction: z.enum(['in', 'out']),
  amount: minorUnitsSchema.positive(),
  reason: z.string().min(1),
  by: z.string().min(1),
  at: z.iso.datetime(),
});
export type CashMovement = z.infer<typeof cashMovementSchema>;

/** What customers paid and got back during a shift. */
const takingsSchema = z.object({
  cashSales: tallySchema,
  cashRefunds: tallySchema,
  /** Only the part of each sale that was paid by QR. */
  qrSales: tallySchema,
  /** Given back of sales. */
  qrRefunds: tallySchema,
  /** Given back of money that never became a sale: it came by mistake and is in no sum of sales. */
  qrReturned: tallySchema,
});
export type Takings = z.infer<typeof takingsSchema>;

/** Everything that goes through a shift, and what must therefore be in the drawer. */
export const shiftFiguresSchema = takingsSchema.extend({
  float: minorUnitsSchema,
  cashIn: tallySchema,
  cashOut: tallySchema,
  expected: minorUnitsSchema,
});
export type ShiftFigures = z.infer<typeof shiftFiguresSchema>;

const openingSchema = z.object({
  at: z.iso.datetime(),
  by: z.string().min(1),
  count: cashCountSchema,
  float: minorUnitsSchema,
});

/** A count that its cashier stands by. `expected` is what should have been there at that moment. */
const confirmedCountSchema = z.object({
  at: z.iso.datetime(),
  count: cashCountSchema,
  counted: minorUnitsSchema,
  expected: minorUnitsSchema,
});
export type ConfirmedCount = z.infer<typeof confirmedCountSchema>;

const closingSchema = z.object({
  at: z.iso.datetime(),
  by: z.string().min(1),
  figures: shiftFiguresSchema,
  counted: minorUnitsSchema,
  /** What was counted, less what was expected: below zero money is missing. */
  difference: minorUnitsSchema,
  /** Why, in somebody's words; null only where there is no difference. */
  note: z.string().min(1).nullable(),
});

const shiftFacts = {
  id: z.uuid(),
  /** The till's own running number, without gaps; the Z slip carries it. */
  number: z.int().positive(),
  opening: openingSchema,
  /** In the order in which they were made. Whoever counts again after seeing the difference leaves a trace. */
  counts: z.array(confirmedCountSchema),
};

/**
 * `open → closed`, once. A power cut changes nothing: what is open is open. The figures of a closed one are frozen: whatever
 * comes to light later is not in them.
 */
export const shiftSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), ...shiftFacts }),
  z.object({ kind: z.literal('closed'), ...shiftFacts, closing: closingSchema }),
]);
export type Shift = z.infer<typeof shiftSchema>;
export type OpenShift = Extract<Shift, { kind: 'open' }>;
export type ClosedShift = Extract<Shift, { kind: 'closed' }>;

/** Float, and cash that came, less cash that went. */
export function expectedCash(figures: Omit<ShiftFigures, 'expected'>): MinorUnits {
  const { float, cashSales, cashRefunds, cashIn, cashOut } = figures;
  return minor(float + cashSales.total - cashRefunds.total + cashIn.total - cashOut.total);
}

export function figuresOf(
  { opening }: Pick<Shift, 'opening'>,
  movements: readonly CashMovement[],
  takings: Takings,
): ShiftFigures {
  const figures = {
    ...takings,
    float: opening.float,
    cashIn: tallyOf(movements.filter(({ direction }) => direction === 'in')),
    cashOut: tallyOf(movements.filter(({ direction }) => direction === 'out')),
  };
  return { ...figures, expected: expectedCash(figures) };
}

export function confirmCount(shift: OpenShift, count: CashCount, expected: MinorUnits, at: string): OpenShift {
  const confirmed: ConfirmedCount = { at, count, counted: countedOf(count), expected };
  return { ...shift, counts: [...shift.counts, confirmed] };
}

/** The count that a close would go by. One that cash has come or gone after is worth nothing: null. */
export function standingCount({ counts }: Pick<Shift, 'counts'>, expected: MinorUnits): ConfirmedCount | null {
  const last = counts.at(-1);
  return last?.expected === expected ? last : null;
}

export function differenceOf({ counted, expected }: Pick<ConfirmedCount, 'counted' | 'expected'>): MinorUnits {
  return minor(counted - expected);
}

function tallyOf(movements: readonly CashMovement[]): Tally {
  return { count: movements.length, total: sum(movements.map(({ amount }) => amount)) };
}
