import { isOver } from '../../shared/checkout/state';
import { removeIfOurs } from './cancel-order';
import type { EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import { observationOf } from './observation-of';

/**
 * For a charge that is over: takes down what may be left of it on the caja (a lost request that arrived after all, a
 * contradiction while the order stood there), and looks for money a few times more, since whoever was on the pay screen
 * can still pay. In silence: its failures are no trouble of a sale that has ended.
 */
export async function lookAfterwards(live: LiveCheckout, context: EffectContext): Promise<void> {
  const { gateway, log, atRegister } = context;
  for (const pauseMs of [0, ...context.rhythm.afterlooksMs]) {
    await pauseFor(live, pauseMs);
    if (live.isClosed() || !isOver(live.state)) return;
    const removed = await atRegister(() => removeIfOurs(live, context));
    if (removed.kind === 'failed') log('gateway.failed', { checkout: live.id, detail: removed.failure.detail });
    if (pauseMs === 0) continue;

    const found = await gateway.searchMerchantOrders(live.state.attempt.reference);
    if (!found.ok) log('gateway.failed', { checkout: live.id, detail: found.error.detail });
    else {
      await live.dispatch({ kind: 'orderObserved', observation: observationOf(found.value, context) });
    }
  }
}

/** The whole pause, although news of the ticket wakes whoever sleeps. */
async function pauseFor(live: LiveCheckout, ms: number): Promise<void> {
  const end = performance.now() + ms;
  for (let left = ms; left > 0 && !live.isClosed(); left = end - performance.now()) await live.pause(left);
}
