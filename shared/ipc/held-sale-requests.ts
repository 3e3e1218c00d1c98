import { z } from 'zod';
import { heldNameSchema, heldSaleSchema } from '../held-sale';
import { draftSchema } from '../sale';
import { approved } from './people-requests';

const saleRef = z.object({ saleId: z.uuid() });

/** Sales that wait while others are sold. */
export const heldSaleRequests = {
  /** Oldest first. */
  'held.list': { input: z.undefined(), output: z.array(heldSaleSchema) },
  /** Puts the sale being typed aside. It is on disk, and no longer the draft, when this answers. */
  'held.hold': { input: z.object({ draft: draftSchema, name: heldNameSchema }), output: z.undefined() },
  /**
   * Takes it up again: it is the draft, and no longer held, when this answers. `current` is what was being typed: it is put
   * aside in the same step. A sale can be taken up once: `nothingToDo` after that.
   */
  'held.resume': { input: saleRef.extend({ current: draftSchema.nullable() }), output: draftSchema },
  'held.discard': { input: saleRef.extend(approved), output: z.undefined() },
} as const;
