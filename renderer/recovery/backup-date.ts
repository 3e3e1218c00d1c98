import type { Locale } from '../../shared/country';

/** "lunes 23 de noviembre, 20:00": on this computer's clock, with the year when it is another. */
export function backupDate(madeAt: string, locale: Locale, now: Date): string {
  const when = new Date(madeAt);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(when.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(when);
  // Inside a sentence the comma behind the weekday stops the reader.
  return date.replace(',', '');
}
