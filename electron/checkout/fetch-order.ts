import type { MerchantOrderFacts } from '../../shared/checkout/observation';
import { settle } from '../../shared/checkout/settle';
import { isOver } from '../../shared/checkout/state';
import type { Result } from '../../shared/errors';
import { waitAfterFailure, type EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import { observationOf } from './observation-of';
import type { GatewayFailure } from './payment-gateway';

/** Tries for a checkout that is over: the hint that asked is kept and will ask again. */
const TRIES_WHEN_OVER = 6;

/**
 * Asks Mercado Pago: the merchant order that was named and, since each scan may have made its own, all with our
 * reference. Both at once, and whichever shows the payment first is enough; the other may still show a second payment.
 * Resolves with whether what was seen is stored.
 */
export async function fetchOrder(
  live: LiveCheckout,
  context: EffectContext,
  merchantOrderId: string | null,
): Promise<boolean> {
  for (let failures = 0; !live.isClosed();) {
    const failure = await look(live, context, merchantOrderId);
    if (!failure) {
      live.setTrouble(null);
      return true;
    }
    if (isOver(live.state) && failures >= TRIES_WHEN_OVER) return false;
    await waitAfterFailure(live, context, failure, ++failures);
  }
  return false;
}

async function look(
  live: LiveCheckout,
  context: EffectContext,
  merchantOrderId: string | null,
): Promise<GatewayFailure | null> {
  const { gateway } = context;
  const { attempt } = live.state;
  const seen = new Map<string, MerchantOrderFacts>();

  const tell = (complete: boolean): Promise<boolean> => {
    const observation = observationOf(seen.values(), context);
    // Half of the picture may say "paid", but only the whole picture may say anything else.
    return complete || settle(attempt, observation).kind === 'paid'
      ? live.dispatch({ kind: 'orderObserved', observation })
      : Promise.resolve(true);
  };

  const byId = async (): Promise<Result<unknown, GatewayFailure>> => {
    if (merchantOrderId === null) return { ok: true, value: null };
    const found = await gateway.fetchMerchantOrder(merchantOrderId);
    if (!found.ok || !found.value) return found;
    if (found.value.reference === attempt.reference) {
      seen.set(found.value.id, found.value);
      await tell(false);
    } else {
      context.strayOrder(found.value);
    }
    return found;
  };
  const byReference = async (): Promise<Result<unknown, GatewayFailure>> => {
    const found = await gateway.searchMerchantOrders(attempt.reference);
    if (!found.ok) return found;
    // The search may lag behind what the order itself shows.
    for (const order of found.value) if (!seen.has(order.id)) seen.set(order.id, order);
    await tell(false);
    return found;
  };

  const [named, searched] = await Promise.all([byId(), byReference()]);
  if (!searched.ok) return searched.error;
  if (!named.ok) return named.error;
  return (await tell(true)) ? null : notStored;
}

const notStored: GatewayFailure = {
  code: 'diskProblem',
  outcomeKnown: true,
  retryAfterMs: null,
  detail: 'what was seen could not be stored',
};
