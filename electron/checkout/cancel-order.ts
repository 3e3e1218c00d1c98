import { waitAfterFailure, type EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import type { GatewayFailure } from './payment-gateway';

type Outcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure };

/**
 * Takes the attempt's order off the caja and asks until that is known. Neither an error nor a success of the deletion
 * is believed: the next look decides. "Failed to delete" is also what Mercado Pago answers when the customer has paid.
 */
export async function cancelOrder(live: LiveCheckout, context: EffectContext): Promise<void> {
  let failures = 0;
  while (live.state.kind === 'cancelling' && !live.isClosed()) {
    const outcome = await context.atRegister(() => removeIfOurs(live, context));
    if (outcome.kind === 'failed') {
      await waitAfterFailure(live, context, outcome.failure, ++failures);
      await reportPayment(live, context);
    }
    if (outcome.kind !== 'gone') continue;

    const found = await context.gateway.searchMerchantOrders(live.state.attempt.reference);
    if (!found.ok) {
      await waitAfterFailure(live, context, found.error, ++failures);
      continue;
    }
    live.setTrouble(null);
    await live.dispatch({
      kind: 'orderWithdrawn',
      observation: { at: context.now().toISOString(), orders: [...found.value] },
    });
    if (withdrawn(live)) return;
    await live.pause(context.rhythm.retryMs);
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

/** While the order can't be removed the customer is perhaps paying it: their payment ends the wait. */
async function reportPayment(live: LiveCheckout, { gateway, now }: EffectContext): Promise<void> {
  if (live.state.kind !== 'cancelling') return;
  const found = await gateway.searchMerchantOrders(live.state.attempt.reference);
  if (!found.ok) return;
  await live.dispatch({ kind: 'orderObserved', observation: { at: now().toISOString(), orders: [...found.value] } });
}

function withdrawn(live: LiveCheckout): boolean {
  return live.state.kind !== 'cancelling' || live.state.withdrawn;
}
