import type { CheckoutState } from '../../shared/checkout/state';
import { waitAfterFailure, type EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import { observationOf } from './observation-of';

/**
 * Asks for the payment by ourselves when nobody tells us: at Mercado Pago's contingency rhythm after 30 s of silence,
 * and from the first moment when the relay is known to be away, since then no notification can come.
 */
export async function watchOrder(live: LiveCheckout, context: EffectContext): Promise<void> {
  const { gateway, rhythm } = context;
  let failures = 0;
  while (mayBePaidNow(live.state) && !live.isClosed()) {
    await live.pause(untilNextLook(live, context));
    if (!mayBePaidNow(live.state) || live.isClosed()) break;
    if (!isSilent(live, context)) {
      live.setPolling(false);
      continue;
    }
    live.setPolling(true);
    const found = await gateway.searchMerchantOrders(live.state.attempt.reference);
    if (!found.ok) {
      await waitAfterFailure(live, context, found.error, ++failures);
      continue;
    }
    failures = 0;
    live.setTrouble(null);
    await live.dispatch({ kind: 'orderObserved', observation: observationOf(found.value, context) });
  }
  live.setPolling(false);

  function untilNextLook(checkout: LiveCheckout, { relayConnected }: EffectContext): number {
    const patienceLeft = relayConnected() ? rhythm.patienceMs - quietFor(checkout, context) : 0;
    return patienceLeft > 0 ? Math.min(patienceLeft, rhythm.pollMs) : rhythm.pollMs;
  }
}

function isSilent(live: LiveCheckout, context: EffectContext): boolean {
  return !context.relayConnected() || quietFor(live, context) >= context.rhythm.patienceMs;
}

/** In ms. A clock that was put back says nothing about how long it was quiet: long enough. */
function quietFor({ lastSignAt }: LiveCheckout, { now }: EffectContext): number {
  const ms = now().getTime() - lastSignAt;
  return ms < 0 ? Number.POSITIVE_INFINITY : ms;
}

/** Paid, or payable, or with a payment on its way. */
function mayBePaidNow(state: CheckoutState): boolean {
  return (
    state.kind === 'awaitingPayment' ||
    state.kind === 'verifying' ||
    (state.kind === 'cancelling' && state.withdrawnAt !== null)
  );
}
