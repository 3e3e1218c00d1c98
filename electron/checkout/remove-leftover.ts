import { isOver } from '../../shared/checkout/state';
import type { Result } from '../../shared/errors';
import type { EffectContext } from './effect-context';
import type { GatewayFailure, RegisterAddress } from './payment-gateway';

/**
 * What stands on a caja. `wanted`: the order that should be there. `foreign`: somebody else's, never touched.
 */
export type Leftover = 'none' | 'wanted' | 'removed' | 'foreign';

/**
 * Looks at the caja and takes down an order of an attempt of ours that is over. Call it under the caja's lock, so that
 * the order that is removed is the one that was looked at.
 * @param wanted the reference of the order that should be there, if any
 */
export async function removeLeftover(
  register: RegisterAddress,
  { gateway, findByReference, log }: EffectContext,
  wanted: string | null,
): Promise<Result<Leftover, GatewayFailure>> {
  const pending = await gateway.findPendingOrder(register);
  if (!pending.ok) return pending;
  if (!pending.value) return { ok: true, value: 'none' };
  const { reference } = pending.value;
  if (reference === wanted) return { ok: true, value: 'wanted' };
  const owner = findByReference(reference);
  const ours = owner !== null && isOver(owner);
  log('register.occupied', { by: reference, ours });
  if (!ours) return { ok: true, value: 'foreign' };
  const removed = await gateway.deleteOrder(register);
  return removed.ok ? { ok: true, value: 'removed' } : removed;
}
