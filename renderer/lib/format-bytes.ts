import type { Locale } from '../../shared/country';

/** "850 MB", "1,3 GB": space on a disk, for people. */
export function formatBytes(bytes: number, locale: Locale): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 1000 ? inUnit(megabytes, 'megabyte', locale) : inUnit(megabytes / 1000, 'gigabyte', locale);
}

function inUnit(value: number, unit: 'megabyte' | 'gigabyte', locale: Locale): string {
  const maximumFractionDigits = unit === 'gigabyte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
}
