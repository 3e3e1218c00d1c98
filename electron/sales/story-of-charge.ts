import { z } from 'zod';
import { dueOf, type Attempt } from '../../shared/checkout/attempt';
import { decisionSchema, type Decision } from '../../shared/checkout/ledger';
import { observationSchema } from '../../shared/checkout/observation';
import { hintSourceSchema } from '../../shared/checkout/state';
import { errorCodeSchema } from '../../shared/errors';
import { minor } from '../../shared/money';
import { printerTroubleSchema } from '../../shared/printer';
import type { Refund } from '../../shared/refund/refund';
import type { SaleLine } from '../../shared/sale';
import type { StoryEvent, StoryStep } from '../../shared/sales/sale-story';
import type { StoredStep } from '../storage/sale-story-store';

const at = z.iso.datetime();
const trouble = printerTroubleSchema.nullish().catch(null);

/** The facts that a story tells, as the journal has them; any other is told by what it led to. */
const toldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun') }),
  z.object({ kind: z.literal('orderCreated') }),
  z.object({ kind: z.literal('orderRefused'), code: errorCodeSchema.optional().catch(undefined) }),
  z.object({ kind: z.literal('paymentHinted'), source: hintSourceSchema }),
  z.object({ kind: z.literal('orderObserved'), observation: observationSchema }),
  z.object({ kind: z.literal('orderWithdrawn'), observation: observationSchema }),
  z.object({ kind: z.literal('orderUnverifiable') }),
  z.object({ kind: z.literal('expiryReached') }),
  z.object({ kind: z.literal('cancelRequested') }),
  z.object({ kind: z.literal('ticketPrinted') }),
  z.object({ kind: z.literal('ticketFailed'), trouble }),
  z.object({ kind: z.literal('ticketUnconfirmed'), trouble }),
  z.object({ kind: z.literal('ticketSeen') }),
  z.object({ kind: z.literal('reprintRequested'), by: z.string(), at }),
  z.object({ kind: z.literal('slipRequested'), by: z.string(), at }),
  z.object({ kind: z.literal('reviewDismissed'), decision: decisionSchema }),
  z.object({ kind: z.literal('saleClaimed'), decision: decisionSchema }),
  z.object({ kind: z.literal('refundAnswered'), status: z.enum(['approved', 'inProcess']) }),
  z.object({ kind: z.literal('refundRefused'), code: errorCodeSchema.optional().catch(undefined) }),
]);
type Told = z.infer<typeof toldSchema>;
/** What a person asked for. */
type Asked = Pick<StoryStep, 'by' | 'approvedBy' | 'note' | 'goods'>;
type Seen = Extract<Told, { kind: 'orderObserved' | 'orderWithdrawn' }>;

/** What a charge went through, in the order of its journal. */
export function storyOfCharge(attempt: Attempt, steps: readonly StoredStep[], cash: number): StoryStep[] {
  const told = steps.flatMap((step) => {
    const event = toldSchema.safeParse(step.event);
    const first = event.success ? tellCharge(event.data, step, attempt) : null;
    return [...(first ? [first] : []), ...ending(step, attempt, cash, first?.event)];
  });
  // Looking again and again is one thing to who reads it.
  return told.filter(({ event }, index) => event !== told[index - 1]?.event || !isLook(event));
}

/** The same of a refund by Mercado Pago. */
export function storyOfRefund(
  { amount, paymentId, decision, lines }: Refund,
  { sale }: Attempt,
  steps: readonly StoredStep[],
): StoryStep[] {
  const goods = goodsBack(sale.lines, lines);
  return steps.flatMap((step): StoryStep[] => {
    const event = toldSchema.safeParse(step.event);
    if (!event.success) return [];
    const told = tellRefund(event.data, step, { ...decided(decision), ...goods });
    return told ? [{ ...told, ...(isMoney(told.event) ? { amount, payment: paymentId } : {}) }] : [];
  });
}

/** The lines of a sale that came back, by their place. */
export function goodsBack(sold: readonly SaleLine[], back: readonly number[] = []): Pick<StoryStep, 'goods'> {
  const goods = sold.filter((_, index) => back.includes(index));
  return goods.length === 0 ? {} : { goods };
}

function tellCharge(event: Told, { at, from, to }: StoredStep, attempt: Attempt): StoryStep | null {
  switch (event.kind) {
    case 'begun':
      return {
        at,
        event: 'chargeBegun',
        amount: dueOf(attempt),
        reference: attempt.reference,
        ...(attempt.operator ? { by: attempt.operator.name } : {}),
      };
    case 'orderCreated':
      return { at, event: 'orderPut' };
    case 'orderRefused':
      return { at, event: 'orderRefused', ...(event.code ? { error: event.code } : {}) };
    case 'paymentHinted':
      return { at, event: event.source === 'cashier' ? 'checkedByHand' : 'noticed' };
    case 'orderObserved':
    case 'orderWithdrawn':
      return to === from && from === 'paid' ? { at, event: 'moneyChanged' } : tellSeen(event, at, to);
    case 'cancelRequested':
      return { at, event: 'cancelAsked' };
    case 'expiryReached':
      return { at, event: 'timeOver' };
    case 'reprintRequested':
      return { at, event: 'reprintAsked', by: event.by };
    case 'reviewDismissed':
      return { at, event: 'dismissed', ...decided(event.decision) };
    case 'saleClaimed':
      return { at, event: 'linked', ...decided(event.decision) };
    default:
      return tellPaper(event, at, { printed: 'ticketPrinted', failed: 'ticketFailed', doubtful: 'ticketDoubtful' });
  }
}

function tellRefund(event: Told, { at }: StoredStep, asked: Asked): StoryStep | null {
  switch (event.kind) {
    case 'begun':
      return { at, event: 'refundAsked', ...asked };
    case 'refundAnswered':
      return { at, event: event.status === 'approved' ? 'refundApproved' : 'refundInProcess' };
    case 'refundRefused':
      return { at, event: 'refundRefused', ...(event.code ? { error: event.code } : {}) };
    case 'slipRequested':
      return { at, event: 'slipReprintAsked', by: event.by };
    default:
      return tellPaper(event, at, { printed: 'slipPrinted', failed: 'slipFailed', doubtful: 'slipDoubtful' });
  }
}

/** What a look showed of a charge that is not paid by it. */
function tellSeen({ observation }: Seen, at: string, to: string): StoryStep | null {
  if (to === 'paid' || to === 'needsAttention') return null;
  const payments = observation.orders.flatMap((order) => order.payments);
  if (payments.some(({ status }) => ['in_process', 'pending', 'authorized'].includes(status))) {
    return { at, event: 'customerPaying' };
  }
  const rejected = payments.findLast(({ status }) => status === 'rejected');
  if (rejected) return { at, event: 'paymentRejected', payment: rejected.id };
  return observation.orders.length > 0 && to === 'awaitingPayment' ? { at, event: 'orderOpened' } : null;
}

function tellPaper(
  event: Told,
  at: string,
  words: { readonly printed: StoryEvent; readonly failed: StoryEvent; readonly doubtful: StoryEvent },
): StoryStep | null {
  switch (event.kind) {
    case 'ticketPrinted':
      return { at, event: words.printed };
    case 'ticketSeen':
      return { at, event: 'ticketSeen' };
    case 'ticketFailed':
      return { at, event: words.failed, ...(event.trouble ? { trouble: event.trouble } : {}) };
    case 'ticketUnconfirmed':
      return { at, event: words.doubtful, ...(event.trouble ? { trouble: event.trouble } : {}) };
    default:
      return null;
  }
}

/** How a charge stood after a step that changed how it stands. */
function ending({ at, event, from, to }: StoredStep, attempt: Attempt, cash: number, told?: StoryEvent): StoryStep[] {
  if (from === to) return [];
  switch (to) {
    case 'paid': {
      const [payment] = approvedIn(event);
      const paid = { at, event: 'paidByQr', amount: dueOf(attempt), ...(payment ? { payment } : {}) } as const;
      return [paid, ...(cash > 0 ? [{ at, event: 'paidInCash', amount: minor(cash) } as const] : [])];
    }
    case 'cancelled':
    case 'expired':
      return [{ at, event: to }];
    case 'needsAttention':
      return told === 'linked' ? [] : [{ at, event: 'inDoubt' }];
    default:
      return [];
  }
}

function approvedIn(event: unknown): string[] {
  const seen = toldSchema.safeParse(event);
  if (!seen.success || !('observation' in seen.data)) return [];
  return seen.data.observation.orders.flatMap(({ payments }) =>
    payments.filter(({ status }) => status === 'approved').map(({ id }) => id),
  );
}

/** Who decided it and why: the one who stood at the till, and the manager who let it happen. */
export function decided({ by, note, askedBy }: Decision): Pick<StoryStep, 'by' | 'note' | 'approvedBy'> {
  return { by: askedBy ?? by, note, ...(askedBy ? { approvedBy: by } : {}) };
}

function isLook(event: StoryEvent): boolean {
  return ['noticed', 'checkedByHand', 'orderOpened', 'customerPaying'].includes(event);
}

function isMoney(event: StoryEvent): boolean {
  return ['refundAsked', 'refundApproved', 'refundRefused', 'refundInProcess'].includes(event);
}
