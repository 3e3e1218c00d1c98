import { z } from 'zod';

const absolute = z.iso.datetime({ offset: true });

const relative = /^NOW(?:([+-]\d{1,4})(MINUTE|HOUR|DAY|MONTH|YEAR)S?)?$/;

/**
 * Reads `begin_date` or `end_date` of a search: a date with its offset, or one relative to now as in `NOW-3DAYS`
 * (payments search guide).
 * @returns undefined for another form.
 */
export function readSearchDate(text: string, now: Date): Date | undefined {
  const match = relative.exec(text);
  if (match === null) return absolute.safeParse(text).success ? new Date(text) : undefined;
  const [, count = '0', unit] = match;
  return unit === undefined ? now : moved(now, Number(count), unit);
}

function moved(now: Date, count: number, unit: string): Date {
  const date = new Date(now);
  if (unit === 'MINUTE') date.setUTCMinutes(date.getUTCMinutes() + count);
  else if (unit === 'HOUR') date.setUTCHours(date.getUTCHours() + count);
  else if (unit === 'DAY') date.setUTCDate(date.getUTCDate() + count);
  else if (unit === 'MONTH') date.setUTCMonth(date.getUTCMonth() + count);
  else date.setUTCFullYear(date.getUTCFullYear() + count);
  return date;
}
