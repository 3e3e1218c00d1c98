import type { Locale } from '../../shared/country';

const units = ['megabyte', 'gigabyte', 'terabyte'] as const;

/** "850 MB", "1,2 GB": space on a disk, for people. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, value] = units.reduce<readonly [(typeof units)[number], number]>(
    (found, next) => (found[1] < 1000 ? found : [next, found[1] / 1000]),
    ['megabyte', bytes / 1_000_000],
  );
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 && unit !== 'megabyte' ? 1 : 0,
  }).format(value);
}
