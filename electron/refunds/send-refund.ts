import { errorTable, type ErrorCode } from '../../shared/errors';
import type { RefundState } from '../../shared/refund/refund';
import type { RefundEvent } from '../../shared/refund/refund-machine';
import type { GatewayFailure, PaymentGateway, ProviderRefund } from '../checkout/payment-gateway';
import { retryPause, type Rhythm } from '../checkout/rhythm';
import type { RefundStore } from '../storage/refund-store';

/** What a loop about one refund works with. */
export interface RefundLoop {
  readonly ports: {
    readonly refunds: Pick<RefundStore, 'ofPayment'>;
    readonly gateway: PaymentGateway;
    readonly now: () => Date;
    readonly rhythm: Rhythm;
    readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
  };
  /** null when the program ends. */
  readonly state: () => RefundState | null;
  /** False when the disk did not take it. */
  readonly tell: (event: RefundEvent) => boolean;
  readonly setTrouble: (code: ErrorCode | null) => void;
  readonly pause: (ms: number) => Promise<void>;
}

/** Clocks differ, and the service's stamps may be older than our own request. */
const CLOCK_MARGIN_MS = 10 * 60_000;

/**
 * Asks Mercado Pago to give the money back, until its answer is known. After an answer was lost it looks first: a
 * refund in the payment's list that fits and is none of ours known yet is this one. Sent again only under the same key.
 * @param unanswered an earlier run may have sent it
 */
export async function sendRefund(loop: RefundLoop, unanswered: boolean): Promise<void> {
  const { ports, state, setTrouble, tell, pause } = loop;
  let mayExist = unanswered;
  for (let failures = 0; state()?.kind === 'requested';) {
    const outcome = mayExist ? await lookFirst(loop) : await send(loop);
    let askedMs: number | null = null;
    if (outcome.kind === 'event') {
      setTrouble(null);
      if (tell(outcome.event)) return;
    } else {
      const { failure } = outcome;
      mayExist ||= !failure.outcomeKnown;
      askedMs = failure.retryAfterMs;
      ports.log('gateway.failed', { code: failure.code, detail: failure.detail });
      setTrouble(failure.code);
    }
    await pause(retryPause(ports.rhythm, ++failures, askedMs));
  }
}

type Outcome =
  | { readonly kind: 'event'; readonly event: RefundEvent }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure };

/**
 * After a lost answer. A refusal then may only mean that the first request was carried out after all (nothing is left, or
 * it is under way), so it counts when a look that comes after it shows no refund either.
 */
async function lookFirst(loop: RefundLoop): Promise<Outcome> {
  const before = await look(loop);
  if (before) return before;
  const sent = await send(loop);
  if (sent.kind !== 'event' || sent.event.kind !== 'refundRefused') return sent;
  await loop.pause(loop.ports.rhythm.indexLagMs);
  return (await look(loop)) ?? sent;
}

/** null when the payment's list can be read and this refund is not in it. */
async function look({ ports, state }: RefundLoop): Promise<Outcome | null> {
  const now = state();
  if (!now) return { kind: 'failed', failure: ended };
  const listed = await ports.gateway.listRefunds(now.refund.paymentId);
  if (!listed.ok) return { kind: 'failed', failure: listed.error };
  const found = listed.value.find((one) => isThis(one, now, ports));
  return found ? { kind: 'event', event: answered(found, ports.now()) } : null;
}

async function send({ ports, state }: RefundLoop): Promise<Outcome> {
  const now = state();
  if (!now) return { kind: 'failed', failure: ended };
  const { paymentId, amount, whole, id } = now.refund;
  const sent = await ports.gateway.requestRefund({ paymentId, amount: whole ? null : amount, idempotencyKey: id });
  if (sent.ok) return { kind: 'event', event: answered(sent.value, ports.now()) };
  const { code, outcomeKnown } = sent.error;
  // A refusal that is known and will not change: nothing went back, and a person may decide again.
  return outcomeKnown && !errorTable[code].retry
    ? { kind: 'event', event: { kind: 'refundRefused', code, at: ports.now().toISOString() } }
    : { kind: 'failed', failure: sent.error };
}

function isThis(one: ProviderRefund, { refund }: RefundState, { refunds, gateway }: RefundLoop['ports']): boolean {
  const claimed = refunds.ofPayment(refund.paymentId).some((other) => 'refundId' in other && other.refundId === one.id);
  const askedAt = Date.parse(refund.decision.at) + gateway.clockSkewMs() - CLOCK_MARGIN_MS;
  // One that was rejected gave nothing back; sent under the same key, ours says so itself.
  return (
    one.status !== 'rejected' &&
    !claimed &&
    one.amount === refund.amount &&
    (one.createdAt === null || Date.parse(one.createdAt) >= askedAt)
  );
}

/** What an answer about this refund says. */
export function answered({ id, status }: ProviderRefund, now: Date): RefundEvent {
  const at = now.toISOString();
  return status === 'rejected'
    ? { kind: 'refundRefused', code: 'refundRejected', at }
    : { kind: 'refundAnswered', status, refundId: id, at };
}

const ended: GatewayFailure = {
  code: 'internal',
  outcomeKnown: true,
  retryAfterMs: null,
  detail: 'the program is ending',
};
