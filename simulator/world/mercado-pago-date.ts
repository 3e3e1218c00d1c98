const offsetMinutes = -4 * 60;

/** Writes a date the way Mercado Pago's answers do, in its own UTC−04:00: `2019-04-02T14:35:35.000-04:00`. */
export function toMercadoPagoDate(date: Date): string {
  return new Date(date.getTime() + offsetMinutes * 60_000).toISOString().replace('Z', '-04:00');
}

/** Writes a date as the stores and POS references do: `2019-08-22T14:11:12.000Z`. */
export function toUtcDate(date: Date): string {
  return date.toISOString();
}

/**
 * Reads `2020-08-22T16:34:56.559-04:00`, the only form documented for `expiration_date`.
 * @returns undefined for another form or a day that does not exist.
 */
export function parseExpirationDate(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}\.\d{3}[+-]\d{2}:\d{2}$/.exec(text);
  if (match?.[1] === undefined || Number(match[2]) > 23) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  // V8 reads 31 February as 3 March, so the day is read back.
  const day = new Date(`${match[1]}T00:00:00.000Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== match[1]) return undefined;
  return date;
}
