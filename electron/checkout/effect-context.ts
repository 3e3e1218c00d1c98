import type { MerchantOrderFacts } from '../../shared/checkout/observation';
import type { CheckoutState } from '../../shared/checkout/state';
import type { LiveCheckout } from './live-checkout';
import type { Mutex } from './mutex';
import type { GatewayFailure, OrderTerms, PaymentGateway } from './payment-gateway';
import { retryPause, type Rhythm } from './rhythm';

/** What every effect works with. */
export interface EffectContext {
  readonly gateway: PaymentGateway;
  readonly terms: () => OrderTerms;
  readonly rhythm: Rhythm;
  readonly now: () => Date;
  /** Look-then-act on the caja's QR is one thing: nobody else may act in between. */
  readonly atRegister: Mutex;
  readonly relayConnected: () => boolean;
  readonly findByReference: (reference: string) => CheckoutState | null;
  /** A merchant order that turned up while looking for another: money must find its sale. */
  readonly strayOrder: (order: MerchantOrderFacts) => void;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Shows the failure beside the state and waits before the next try. */
export async function waitAfterFailure(
  live: LiveCheckout,
  context: EffectContext,
  failure: GatewayFailure,
  failures: number,
): Promise<void> {
  context.log('gateway.failed', {
    checkout: live.id,
    state: live.state.kind,
    code: failure.code,
    detail: failure.detail,
  });
  live.setTrouble(failure.code);
  await live.pause(retryPause(context.rhythm, failures, failure.retryAfterMs));
}
