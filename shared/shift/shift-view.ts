import { z } from 'zod';
import { minorUnitsSchema } from '../money';
import { countDraftSchema } from './cash-count';
import { reconciliationSchema } from './reconciliation';
import { cashMovementSchema, shiftSchema, tallySchema } from './shift';

/** What keeps a shift from being closed: a person or Mercado Pago has not decided about it yet. */
const undecidedSchema = z.object({
  kind: z.enum(['charge', 'review', 'stray']),
  saleNumber: z.int().positive().nullable(),
  amount: minorUnitsSchema,
});
export type Undecided = z.infer<typeof undecidedSchema>;

const [openShift, closedShift] = shiftSchema.options;

/**
 * An open shift as its cashier may see it. What should be in the drawer is not in it, nor what it follows from, before
 * their count is confirmed: they would count until it fits.
 */
const openShiftViewSchema = openShift.pick({ id: true, number: true, opening: true }).extend({
  movements: z.array(cashMovementSchema),
  qrSales: tallySchema,
  qrRefunds: tallySchema,
  counted: z
    .object({
      counted: minorUnitsSchema,
      expected: minorUnitsSchema,
      difference: minorUnitsSchema,
      cashSales: tallySchema,
      cashRefunds: tallySchema,
    })
    .nullable(),
  undecided: z.array(undecidedSchema),
});
export type OpenShiftView = z.infer<typeof openShiftViewSchema>;

export const closedShiftViewSchema = z.object({
  shift: closedShift,
  movements: z.array(cashMovementSchema),
  /** null while Mercado Pago could not be asked. */
  reconciliation: reconciliationSchema.nullable(),
});
export type ClosedShiftView = z.infer<typeof closedShiftViewSchema>;

export const shiftViewSchema = z.object({
  open: openShiftViewSchema.nullable(),
  draft: countDraftSchema.nullable(),
  /** The newest, newest first. */
  closed: z.array(closedShiftViewSchema),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

/** What of shifts the whole screen shows. */
export const shiftSnapshotSchema = z.object({
  /** Nothing is sold without an open shift. */
  required: z.boolean(),
  open: z.object({ number: z.int().positive(), openedAt: z.iso.datetime(), openedBy: z.string() }).nullable(),
});
export type ShiftSnapshot = z.infer<typeof shiftSnapshotSchema>;
