import { z } from 'zod';
import { minorUnitsSchema, MAX_TOTAL } from '../money';
import { printOutcomeSchema } from '../printer';
import { approved } from './people-requests';
import { cashCountSchema, countDraftSchema } from '../shift/cash-count';
import { closedShiftViewSchema, shiftViewSchema } from '../shift/shift-view';

const nothing = z.undefined();
const shiftRef = z.object({ shiftId: z.uuid() });
const by = z.string().trim().min(1).max(40);

/** What a window may ask about shifts and the cash of the drawer. Ids are made by the window: asking twice is asking once. */
export const shiftRequests = {
  'shift.view': { input: nothing, output: shiftViewSchema },
  /** Whether nothing is sold without an open shift. */
  'shift.require': { input: z.object({ required: z.boolean() }), output: nothing },
  /** What is typed of a count so far; null forgets it. */
  'shift.saveCount': { input: countDraftSchema.nullable(), output: nothing },
  'shift.open': { input: shiftRef.extend({ count: cashCountSchema, by }), output: nothing },
  /** Stored, and its slip queued, when this answers. */
  'shift.moveCash': {
    input: z.object({
      movementId: z.uuid(),
      direction: z.enum(['in', 'out']),
      amount: minorUnitsSchema.positive().max(MAX_TOTAL),
      reason: z.string().trim().min(1).max(160),
      by,
      ...approved,
    }),
    output: nothing,
  },
  'shift.reprintMovement': { input: z.object({ movementId: z.uuid() }), output: nothing },
  /** How the shift stands, on paper, now or never. */
  'shift.printX': { input: nothing, output: printOutcomeSchema },
  /** The cashier stands by this count. Only after it is it shown what was expected. */
  'shift.confirmCount': { input: shiftRef.extend({ count: cashCountSchema }), output: nothing },
  /** Closes by the confirmed count. Asks Mercado Pago for its list first, and goes on without it. */
  'shift.close': { input: shiftRef.extend({ note: z.string().trim().max(160), by, ...approved }), output: nothing },
  /** Compares a closed shift with Mercado Pago's list, as often as somebody wants. */
  'shift.reconcile': { input: shiftRef, output: closedShiftViewSchema },
  'shift.reprint': { input: shiftRef, output: nothing },
} as const;
