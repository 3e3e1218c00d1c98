import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisWords } from '../../../renderer/lib/axis-words';
import { chartScale } from '../../../renderer/lib/chart-scale';
import { daysOf } from '../../../renderer/lib/days-of';
import { dayWords, parseDay } from '../../../renderer/lib/parse-day';
import { partWords } from '../../../renderer/lib/part-words';
import { soldQuantity } from '../../../renderer/lib/sold-quantity';

const TODAY = '2026-03-05';

describe('days that are asked for by name', () => {
  it('end today, or with the month before', () => {
    expect(daysOf('today', TODAY)).toEqual({ from: TODAY, to: TODAY });
    expect(daysOf('yesterday', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(daysOf('week', TODAY)).toEqual({ from: '2026-02-27', to: TODAY });
    expect(daysOf('month', TODAY)).toEqual({ from: '2026-03-01', to: TODAY });
    expect(daysOf('lastMonth', TODAY)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});

describe('a day that somebody types', () => {
  it.each([
    ['5/11', '2026-11-05'],
    ['05/11/26', '2026-11-05'],
    ['5-11-2025', '2025-11-05'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is a day', (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  it.each(['', '31/2', '0/1', '5', 'ayer', '5/13/2026', '2026-11-05', '1/1/20261'])('%s is none', (typed) => {
    expect(parseDay(typed, TODAY)).toBeNull();
  });

  it('is read again as it is shown', () => {
    expect(parseDay(dayWords(TODAY), '1999-01-01')).toBe(TODAY);
  });
});

describe('a chart', () => {
  it('has few round steps, from zero to above its highest bar', () => {
    expect(chartScale(7_900_000, 100)).toEqual([0, 2_000_000, 4_000_000, 6_000_000, 8_000_000]);
    expect(chartScale(3, 1)).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), fc.constantFrom(1, 100), (highest, unit) => {
        const steps = chartScale(highest, unit);
        expect(steps.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(steps.length).toBeGreaterThan(1);
        expect(steps.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('names its parts as people do', () => {
    expect(partWords('2026-11-23T09', 'es-AR')).toBe('9 h');
    expect(partWords('2026-11-23', 'es-AR')).toBe('23/11');
    expect(partWords('2026-11', 'es-AR')).toBe('nov 2026');
    expect(partWords('2026-11', 'pt-BR')).toBe('nov 2026');
  });
});

describe('how much was sold', () => {
  it('is whole packets or weighed kilos, however many', () => {
    expect(soldQuantity(12_345_000, 'unit', 'es-AR')).toBe('12.345');
    expect(soldQuantity(12_350, 'kg', 'es-AR')).toBe('12,350 kg');
  });
});

describe('the lines of a chart', () => {
  it('say whole amounts, and millions where there are millions', () => {
    expect(axisWords([0, 500, 1000, 1500], 'es-AR')).toEqual(['0', '500', '1.000', '1.500']);
    expect(axisWords([0, 200_000, 800_000], 'es-MX')).toEqual(['0', '200,000', '800,000']);
    expect(axisWords([0, 500_000, 1_500_000], 'es-CO')).toEqual(['0', '0,5 M', '1,5 M']);
    expect(axisWords([0, 2_000_000_000], 'pt-BR')).toEqual(['0', '2.000 M']);
  });
});
