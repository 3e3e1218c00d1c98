import { z } from 'zod';
import { dueOf } from './checkout/attempt';
import type { CheckoutState } from './checkout/state';
import { currencySchema, localeSchema } from './country';
import { minor, minorUnitsSchema } from './money';
import { quantitySchema, unitSchema } from './quantity';
import { draftSubtotal, draftTotal, lineTotal, type Draft } from './sale';
import type { Snapshot } from './snapshot';

const lineSchema = z.object({ name: z.string(), quantity: quantitySchema, unit: unitSchema, total: minorUnitsSchema });

/** What is said to the customer about their sale. Amounts are minor units. */
const customerSceneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome') }),
  // The newest lines, oldest first, and how many are above them.
  z.object({
    kind: z.literal('sale'),
    lines: z.array(lineSchema),
    above: z.int().nonnegative(),
    /** Off the whole sale, so that the lines add up to the total. */
    discount: minorUnitsSchema.nonnegative(),
    total: minorUnitsSchema,
  }),
  z.object({
    kind: z.literal('charge'),
    // `rejected`: the order stands, and they may pay in another way.
    status: z.enum(['preparing', 'scan', 'rejected', 'checking']),
    total: minorUnitsSchema,
    /** The caja's QR as a `data:` URL, while there is something on it to pay. */
    qr: z.string().startsWith('data:image/png;base64,').nullable(),
  }),
  z.object({ kind: z.literal('paid'), total: minorUnitsSchema }),
  z.object({ kind: z.literal('notCharged') }),
  // Something that the cashier has to look at first.
  z.object({ kind: z.literal('askAtTheCounter') }),
]);
export type CustomerScene = z.infer<typeof customerSceneSchema>;

/** Everything that the customer's screen is told: their own sale, and nothing else of the store's. */
export const customerViewSchema = z.object({
  locale: localeSchema,
  currency: currencySchema,
  practice: z.boolean(),
  business: z.string().nullable(),
  scene: customerSceneSchema,
});
export type CustomerView = z.infer<typeof customerViewSchema>;

/** What fits at a size that is read from two metres. */
const LINES_SHOWN = 6;

/** @param qr the caja's QR as a `data:` URL, if Mercado Pago gave one */
export function customerViewOf(snapshot: Snapshot, draft: Draft | null, qr: string | null): CustomerView {
  const { locale, currency, practice, setup, checkout, cash } = snapshot;
  const scene: CustomerScene = checkout
    ? sceneOfCharge(checkout.state, qr)
    : cash.sale
      ? { kind: 'paid', total: cash.sale.due }
      : sceneOfDraft(draft);
  return { locale, currency, practice, business: setup.business?.name ?? null, scene };
}

function sceneOfDraft(draft: Draft | null): CustomerScene {
  if (!draft || draft.lines.length === 0) return { kind: 'welcome' };
  const { lines } = draft;
  const total = draftTotal(draft);
  const discount = minor(draftSubtotal(draft) - total);
  const newest = lines.slice(discount > 0 ? 1 - LINES_SHOWN : -LINES_SHOWN);
  return {
    kind: 'sale',
    lines: newest.map((line) => ({
      name: line.name,
      quantity: line.quantity,
      unit: line.unit,
      total: lineTotal(line),
    })),
    above: lines.length - newest.length,
    discount,
    total,
  };
}

function sceneOfCharge(state: CheckoutState, qr: string | null): CustomerScene {
  // What is asked of them by QR, where a part of it lies on the counter.
  const total = dueOf(state.attempt);
  switch (state.kind) {
    case 'creatingOrder':
      return { kind: 'charge', status: 'preparing', total, qr: null };
    case 'awaitingPayment':
      return { kind: 'charge', status: state.progress.rejections > 0 ? 'rejected' : 'scan', total, qr };
    case 'verifying':
      // They may be scanning at this moment: what they scan stays where it is.
      return { kind: 'charge', status: 'checking', total, qr };
    case 'cancelling':
      return { kind: 'charge', status: 'checking', total, qr: null };
    case 'paid':
      return { kind: 'paid', total: state.attempt.sale.total };
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return { kind: 'notCharged' };
    case 'needsAttention':
    case 'reviewed':
      return { kind: 'askAtTheCounter' };
  }
}
