/**
 * Reads a JSON number as an amount in minor units (cents, or whole pesos where the currency has no cents).
 * Works on the digits as written, so 19.99 is 1999 and never 1998.
 * @returns undefined when the number has more decimals than the currency, or is too large to be exact.
 */
export function toMinorUnits(amount: number, decimals: 0 | 2): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount));
  if (match === null) return undefined;
  const [, sign, whole, fraction = ''] = match;
  if (whole === undefined || fraction.length > decimals) return undefined;
  const minor = Number(whole + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign === '-' ? -minor : minor;
}

/** The JSON number that Mercado Pago would write for an amount in minor units. */
export function toJsonAmount(minorUnits: number, decimals: 0 | 2): number {
  return minorUnits / 10 ** decimals;
}
