import type { Observation } from '../../shared/checkout/observation';
import { errorTable, type Result } from '../../shared/errors';
import { waitAfterFailure, type EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import { observationOf } from './observation-of';
import type { GatewayFailure } from './payment-gateway';
import { retryPause } from './rhythm';

/** After its expiry by Mercado Pago's clock nobody can pay an order; this much more for what we know of that clock. */
const EXPIRED_FOR_CERTAIN_MS = 60_000;

type Outcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure };

/**
 * Takes the attempt's order off the caja and asks until that is known. Neither an error nor a success of the deletion
 * is believed: the next look decides. "Failed to delete" is also what Mercado Pago answers when the customer has paid.
 * An order that went without our doing was perhaps paid just now: then one search that finds nothing is not enough.
 */
export async function cancelOrder(live: LiveCheckout, context: EffectContext): Promise<void> {
  const { rhythm } = context;
  let failures = 0;
  let removals = 0;
  let missedSince: number | null = null;
  for (let looks = 1; live.state.kind === 'cancelling' && !live.isClosed(); looks++) {
    const outcome = await context.atRegister(() => removeIfOurs(live, context));
    if (outcome.kind === 'asked') {
      if (++removals > 1) await live.pause(retryPause(rhythm, removals - 1, null));
      continue;
    }
    if (outcome.kind === 'failed' && !canNotBePaid(live, context, outcome.failure)) {
      await waitAfterFailure(live, context, outcome.failure, ++failures);
      const seen = await observe(live, context);
      if (seen.ok) await live.dispatch({ kind: 'orderObserved', observation: seen.value });
      continue;
    }
    const seen = await observe(live, context);
    if (!seen.ok) {
      if (canNotBePaid(live, context, seen.error)) {
        await live.dispatch({ kind: 'orderUnverifiable', at: context.now().toISOString() });
      }
      await waitAfterFailure(live, context, seen.error, ++failures);
      continue;
    }
    live.setTrouble(null);
    missedSince ??= performance.now();
    const lagLeft = missedSince + rhythm.indexLagMs - performance.now();
    const certain = removals > 0 || lagLeft <= 0;
    await live.dispatch({ kind: certain ? 'orderWithdrawn' : 'orderObserved', observation: seen.value });
    if (withdrawn(live)) return;
    const pauseMs = retryPause(rhythm, looks, null);
    await live.pause(certain ? pauseMs : Math.min(pauseMs, lagLeft));
  }
}

/** For an attempt that is over here: makes sure that nothing of it is left on the QR. */
export async function removeIfOurs(live: LiveCheckout, { gateway }: EffectContext): Promise<Outcome> {
  const { attempt } = live.state;
  const pending = await gateway.findPendingOrder(attempt.register);
  if (!pending.ok) return { kind: 'failed', failure: pending.error };
  // Another reference on the caja is somebody else's order: ours is gone, and theirs is not ours to remove.
  if (pending.value?.reference !== attempt.reference) return { kind: 'gone' };
  const removed = await gateway.deleteOrder(attempt.register);
  return removed.ok ? { kind: 'asked' } : { kind: 'failed', failure: removed.error };
}

async function observe(live: LiveCheckout, context: EffectContext): Promise<Result<Observation, GatewayFailure>> {
  const found = await context.gateway.searchMerchantOrders(live.state.attempt.reference);
  return found.ok ? { ok: true, value: observationOf(found.value, context) } : found;
}

/** A caja that is no more, or is no longer ours to ask for, must not keep a charge open for ever. */
function canNotBePaid(live: LiveCheckout, { gateway, now }: EffectContext, { code }: GatewayFailure): boolean {
  const expiredForMs = now().getTime() + gateway.clockSkewMs() - new Date(live.state.attempt.expiresAt).getTime();
  return !errorTable[code].retry && expiredForMs > EXPIRED_FOR_CERTAIN_MS;
}

function withdrawn(live: LiveCheckout): boolean {
  return live.state.kind !== 'cancelling' || live.state.withdrawnAt !== null;
}
