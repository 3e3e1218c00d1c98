import { z } from 'zod';
import { cashSettingsSchema } from '../cash/cash-rounding';
import { minorUnitsSchema } from '../money';
import { draftSchema } from '../sale';
import { approved } from './people-requests';

const nothing = z.undefined();
const saleRef = z.object({ saleId: z.uuid() });
const refundRef = z.object({ refundId: z.uuid() });

/** Money over the counter. The sale's own id is its identity: asked twice, it is paid once. */
export const cashRequests = {
  /** `expectedTotal` and `expectedDue` are what the cashier saw. On disk, with its paper queued, when this answers. */
  'cash.pay': {
    input: z.object({
      draft: draftSchema,
      expectedTotal: minorUnitsSchema,
      expectedDue: minorUnitsSchema,
      received: minorUnitsSchema.positive(),
      ...approved,
    }),
    output: saleRef,
  },
  /** The cashier has given the change; the next sale may begin. */
  'cash.finish': { input: saleRef, output: nothing },
  'cash.reprint': { input: saleRef, output: nothing },
  'cash.ticketSeen': { input: saleRef.extend({ jobId: z.string() }), output: nothing },
  /** Cash leaves the drawer at once. `lines`: those that came back, by their place in the sale. */
  'cash.refund': {
    input: refundRef.extend({
      saleId: z.uuid(),
      amount: minorUnitsSchema.positive(),
      lines: z.array(z.int().min(0).max(499)).max(500),
      by: z.string().trim().min(1).max(40),
      note: z.string().trim().min(1).max(160),
      ...approved,
    }),
    output: refundRef,
  },
  'cash.slipReprint': { input: refundRef, output: nothing },
  'cash.slipSeen': { input: refundRef.extend({ jobId: z.string() }), output: nothing },
  'setup.saveCash': { input: cashSettingsSchema.strict(), output: nothing },
} as const;
