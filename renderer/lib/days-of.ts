import type { Days } from '../../shared/sales/sale-filter';

/** Spans that people ask for by name. */
export const presets = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;
export type Preset = (typeof presets)[number];

/** The day on this computer's clock. */
export function dayOf(moment: Date): string {
  return written(moment.getFullYear(), moment.getMonth(), moment.getDate());
}

/** @param today as `dayOf` gives it */
export function daysOf(preset: Preset, today: string): Days {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const yesterday = written(year, month - 1, day - 1);
      return { from: yesterday, to: yesterday };
    }
    case 'week':
      return { from: written(year, month - 1, day - 6), to: today };
    case 'month':
      return { from: written(year, month - 1, 1), to: today };
    case 'lastMonth':
      return { from: written(year, month - 2, 1), to: written(year, month - 1, 0) };
  }
}

/** Months from 0. What a month does not have goes over into the next or the one before. */
function written(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
