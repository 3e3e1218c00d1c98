import { z } from 'zod';
import { errorCodeSchema } from '../errors';
import { minorUnitsSchema } from '../money';
import { printerTroubleSchema } from '../printer';
import { saleLineSchema } from '../sale';

/** Everything that may happen to a sale, each in one word that its reader finds in `texts`. */
export const storyEventSchema = z.enum([
  'chargeBegun',
  'orderPut',
  'orderRefused',
  'orderOpened',
  'customerPaying',
  'paymentRejected',
  'noticed',
  'checkedByHand',
  'cancelAsked',
  'timeOver',
  'cancelled',
  'expired',
  'inDoubt',
  'paidByQr',
  'paidInCash',
  'moneyChanged',
  'ticketPrinted',
  'ticketFailed',
  'ticketDoubtful',
  'ticketSeen',
  'reprintAsked',
  'dismissed',
  'linked',
  'refundAsked',
  'refundInProcess',
  'refundApproved',
  'refundRefused',
  'slipPrinted',
  'slipFailed',
  'slipDoubtful',
  'slipReprintAsked',
  'cashGivenBack',
  'discountAllowed',
  'priceAllowed',
]);
export type StoryEvent = z.infer<typeof storyEventSchema>;

/** One step of a sale's story, as it was stored when it happened. What does not fit it is not there. */
export const storyStepSchema = z.object({
  at: z.iso.datetime(),
  event: storyEventSchema,
  amount: minorUnitsSchema.optional(),
  /** Who did or decided it. */
  by: z.string().optional(),
  /** The manager who let it happen, where that was another person. */
  approvedBy: z.string().optional(),
  /** Why, in the words of a person. */
  note: z.string().optional(),
  /** The number by which Mercado Pago knows it. */
  payment: z.string().optional(),
  reference: z.string().optional(),
  /** The lines of the sale that came back with the money. */
  goods: z
    .array(saleLineSchema.pick({ name: true, quantity: true, unit: true }))
    .min(1)
    .optional(),
  error: errorCodeSchema.optional(),
  trouble: printerTroubleSchema.optional(),
});
export type StoryStep = z.infer<typeof storyStepSchema>;
