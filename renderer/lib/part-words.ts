import type { Locale } from '../../shared/country';

/** A part of a report as a chart names it: `14 h`, `23/11`, `nov 2026`. */
export function partWords(name: string, locale: Locale): string {
  const [year = '', month = '', day] = name.split('-');
  if (day === undefined) {
    const words = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    return `${words.format(Date.UTC(Number(year), Number(month) - 1, 1)).replace('.', '')} ${year}`;
  }
  const [date, hour] = day.split('T');
  return hour === undefined ? `${date}/${month}` : `${Number(hour)} h`;
}
