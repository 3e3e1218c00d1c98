const OFFSET_MINUTES = -4 * 60;

/**
 * A date in the one form that Mercado Pago documents for `expiration_date`: with milliseconds and a numeric offset,
 * `2020-08-22T16:34:56.559-04:00`. A trailing `Z` is in no example, so it is never sent.
 */
export function toWireDate(date: Date): string {
  return new Date(date.getTime() + OFFSET_MINUTES * 60_000).toISOString().replace('Z', '-04:00');
}
