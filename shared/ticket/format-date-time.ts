import type { Locale } from '../country';

const formats = new Map<string, Intl.DateTimeFormat>();

/** "12/11/2026 15:04": day first, 24 hours, in the given zone. `at` is ISO 8601. */
export function formatDateTime(at: string, timeZone: string, locale: Locale): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  return format.format(new Date(at)).replace(/,\s*/, ' ');
}
