import type { GatewayFailure } from '../checkout/payment-gateway';

/** Mercado Pago compares external ids without case. */
export function sameExternalId(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/**
 * Whether, after a failed creation, the thing may be there: made by the request whose answer we did not get, or by
 * another till in the same moment. (`locationInvalid` shares its text with "external id already used".)
 */
export function mayExistAlready(failure: GatewayFailure): boolean {
  return !failure.outcomeKnown || failure.code === 'externalIdTaken' || failure.code === 'locationInvalid';
}
