import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDayOf, partsOf, spanOf, unitFor } from '../../../electron/reports/calendar';

const ARGENTINA = 'America/Argentina/Buenos_Aires';
const CHILE = 'America/Santiago';

describe('a day on the store’s clock', () => {
  it('begins and ends at its own midnight', () => {
    expect(spanOf({ from: '2026-11-23', to: '2026-11-23' }, ARGENTINA)).toEqual({
      from: '2026-11-23T03:00:00.000Z',
      to: '2026-11-24T03:00:00.000Z',
    });
  });

  it('begins at one where the clock jumps over midnight, and may have 23 or 25 hours', () => {
    const spring = { from: '2026-09-06', to: '2026-09-06' };
    expect(spanOf(spring, CHILE)).toEqual({ from: '2026-09-06T04:00:00.000Z', to: '2026-09-07T03:00:00.000Z' });
    const hours = partsOf(spring, CHILE);
    expect(hours).toHaveLength(23);
    expect(hours[0]?.name).toBe('2026-09-06T01');
    expect(partsOf({ from: '2026-04-04', to: '2026-04-04' }, CHILE)).toHaveLength(25);
  });

  it('is shown by hours, some weeks by days and a year by months', () => {
    expect(unitFor({ from: '2026-11-23', to: '2026-11-23' })).toBe('hour');
    expect(unitFor({ from: '2026-11-01', to: '2026-11-30' })).toBe('day');
    const year = { from: '2026-01-15', to: '2026-12-10' };
    expect(unitFor(year)).toBe('month');
    const months = partsOf(year, ARGENTINA).map(({ name }) => name);
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2026-01', '2026-12']);
  });

  it('is cut into parts that leave nothing out and have nothing twice', () => {
    const zone = fc.constantFrom(ARGENTINA, CHILE, 'America/Sao_Paulo', 'America/Mexico_City', 'Asia/Kathmandu');
    const start = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 0, max: 400 }), (timeZone, first, length) => {
        const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
        const days = { from: day(first), to: day(first + length) };
        const span = spanOf(days, timeZone);
        const parts = partsOf(days, timeZone);
        expect(parts[0]?.from).toBe(span.from);
        expect(parts.at(-1)?.to).toBe(span.to);
        parts.slice(1).forEach((part, index) => {
          expect(part.from).toBe(parts[index]?.to);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the day of a moment', () => {
  it('is the one whose span holds it, in every zone', () => {
    const zones = fc.constantFrom('America/Argentina/Buenos_Aires', 'America/Santiago', 'America/Lima', 'UTC');
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, moments, (timeZone, moment) => {
        const at = moment.toISOString();
        const day = createDayOf(timeZone)(at);
        const { from, to } = spanOf({ from: day, to: day }, timeZone);
        expect(at >= from && at < to).toBe(true);
      }),
    );
  });
});
