import { minor, type MinorUnits } from './money';

/**
 * `amount` divided in proportion to the weights, exactly: the shares add up to it, none is below zero, and none is above
 * its weight while `amount` is not above their sum. Each share ends where the running sum of the weights does, rounded
 * down, so a share is at most one minor unit from the exact proportion. Where the weights are all zero, so are the shares.
 */
export function allocate(amount: MinorUnits, weights: readonly MinorUnits[]): MinorUnits[] {
  // A sale's total times a line's is above 2^53.
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  let passed = 0n;
  let given = 0n;
  return weights.map((weight) => {
    passed += BigInt(weight);
    const until = total === 0n ? 0n : (BigInt(amount) * passed) / total;
    const share = until - given;
    given = until;
    return minor(Number(share));
  });
}
