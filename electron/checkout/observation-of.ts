import type { MerchantOrderFacts, Observation } from '../../shared/checkout/observation';
import type { EffectContext } from './effect-context';

/** What a look has just seen. Call it when the answer is there: it is the answer that shows the service's clock. */
export function observationOf(
  orders: Iterable<MerchantOrderFacts>,
  { now, gateway }: Pick<EffectContext, 'now' | 'gateway'>,
): Observation {
  const at = now();
  const servedAt = new Date(at.getTime() + gateway.clockSkewMs());
  return { at: at.toISOString(), servedAt: servedAt.toISOString(), orders: [...orders] };
}
