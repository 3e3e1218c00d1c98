import { errorTable, type ErrorCode } from '../../shared/errors';
import { waitAfterFailure, type EffectContext } from './effect-context';
import type { LiveCheckout } from './live-checkout';
import type { GatewayFailure } from './payment-gateway';
import { observationOf } from './observation-of';
import { removeLeftover } from './remove-leftover';
import { retryPause } from './rhythm';

type Outcome =
  | { readonly kind: 'there' }
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  | { readonly kind: 'failed'; readonly failure: GatewayFailure }
  | { readonly kind: 'leftoverRemoved' }
  | { readonly kind: 'moot' };

/**
 * Puts the order on the caja, or finds out that it can't be. A request whose answer was lost is never repeated blindly
 * and never under a new reference: first we look whether it is there.
 * @param mayExist true after a restart: the program may have ended between the request and its answer.
 */
export async function createOrder(live: LiveCheckout, context: EffectContext, mayExist: boolean): Promise<void> {
  let unanswered = mayExist;
  let failures = 0;
  let removals = 0;
  while (live.state.kind === 'creatingOrder' && !live.isClosed()) {
    if (unanswered) await lookForPayment(live, context);
    const outcome = await context.atRegister(() => putUnlessThere(live, context, unanswered));
    switch (outcome.kind) {
      case 'there':
        await live.dispatch({ kind: 'orderCreated' });
        break;
      case 'refused':
        await live.dispatch({ kind: 'orderRefused', code: outcome.code });
        break;
      case 'failed':
        unanswered ||= !outcome.failure.outcomeKnown;
        await waitAfterFailure(live, context, outcome.failure, ++failures);
        continue;
      case 'leftoverRemoved':
        if (++removals > 1) await live.pause(retryPause(context.rhythm, removals - 1, null));
        continue;
      case 'moot':
        return;
    }
    // Still here means that the disk did not take the step.
    if (stillCreating(live)) await live.pause(context.rhythm.retryMs);
  }
}

async function putUnlessThere(live: LiveCheckout, context: EffectContext, unanswered: boolean): Promise<Outcome> {
  // The cashier may have cancelled while we stood in the line for the caja.
  if (!stillCreating(live)) return { kind: 'moot' };
  const { attempt } = live.state;
  const { gateway } = context;

  const standing = await removeLeftover(attempt.register, context, attempt.reference);
  if (!standing.ok) return decide(standing.error, unanswered);
  if (standing.value === 'wanted') return { kind: 'there' };
  if (standing.value === 'removed') return { kind: 'leftoverRemoved' };
  if (standing.value === 'foreign') return { kind: 'refused', code: 'registerOccupied' };
  if (!stillCreating(live)) return { kind: 'moot' };

  const put = await gateway.putOrder(attempt, context.terms());
  // The look just before found none, so a refusal now is final even if an earlier request was lost.
  return put.ok ? { kind: 'there' } : decide(put.error, false);
}

/** An order that was made by a lost request may even be paid already, and then it is no longer on the caja. */
async function lookForPayment(live: LiveCheckout, context: EffectContext): Promise<void> {
  const found = await context.gateway.searchMerchantOrders(live.state.attempt.reference);
  if (!found.ok || found.value.length === 0) return;
  await live.dispatch({ kind: 'orderObserved', observation: observationOf(found.value, context) });
}

/** @param unanswered an earlier request may have made the order: then nothing but a look that finds none says no. */
function decide(failure: GatewayFailure, unanswered: boolean): Outcome {
  return errorTable[failure.code].retry || !failure.outcomeKnown || unanswered
    ? { kind: 'failed', failure }
    : { kind: 'refused', code: failure.code };
}

function stillCreating(live: LiveCheckout): boolean {
  return live.state.kind === 'creatingOrder' && !live.isClosed();
}
