import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countries } from '../../../shared/country';
import { denominationsOf } from '../../../shared/denominations';
import { formatMoney, minor } from '../../../shared/money';
import {
  cashCountSchema,
  countedOf,
  emptyCount,
  isCountIn,
  piecesOf,
  withPieces,
} from '../../../shared/shift/cash-count';

const anyCountry = fc.constantFrom(...Object.values(countries));
/** A count as somebody types it: fields in any order, some of them again. */
const typed = anyCountry.chain(({ currency }) =>
  fc.record({
    currency: fc.constant(currency),
    entries: fc.array(fc.tuple(fc.constantFrom(...denominationsOf(currency)), fc.nat(99_999))),
  }),
);

describe('the notes and coins of each country', () => {
  it.each(Object.values(countries))('are whole minor units of $currency, once each, largest first', ({ currency }) => {
    const all = denominationsOf(currency);
    for (const kind of ['note', 'coin'] as const) {
      const values = all.filter((each) => each.kind === kind).map(({ value }) => value);
      expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
      expect(values.length).toBeGreaterThan(3);
    }
  });

  it('are worth what is written on them', () => {
    const written = (currency: 'ARS' | 'BRL' | 'CLP', locale: 'es-AR' | 'pt-BR' | 'es-CL') => {
      const all = denominationsOf(currency);
      return [all[0], all.at(-1)].map((each) => each && formatMoney(each.value, currency, locale));
    };
    expect(written('ARS', 'es-AR')).toEqual(['$ 20.000,00', '$ 1,00']);
    expect(written('BRL', 'pt-BR')).toEqual(['R$ 200,00', 'R$ 0,05']);
    expect(written('CLP', 'es-CL')).toEqual(['$20.000', '$10']);
  });
});

describe('a count', () => {
  it('comes to what its pieces and the rest come to, however it was typed', () => {
    fc.assert(
      fc.property(typed, fc.nat(1_000_000), ({ currency, entries }, other) => {
        const count = entries.reduce((before, [denomination, pieces]) => withPieces(before, denomination, pieces), {
          ...emptyCount,
          other: minor(other),
        });
        expect(cashCountSchema.safeParse(count).success).toBe(true);
        expect(isCountIn(currency, count)).toBe(true);
        const expected = denominationsOf(currency).reduce(
          (total, denomination) => total + denomination.value * piecesOf(count, denomination),
          other,
        );
        expect(countedOf(count)).toBe(expected);
        for (const [denomination] of entries) {
          const last = entries.findLast(
            ([each]) => each.kind === denomination.kind && each.value === denomination.value,
          );
          expect(piecesOf(count, denomination)).toBe(last?.[1]);
        }
      }),
    );
  });

  it('of a note that the country does not have, or twice of one, is none', () => {
    const note = { kind: 'note', value: minor(100_000), count: 2 } as const;
    expect(isCountIn('ARS', { pieces: [note], other: minor(0) })).toBe(true);
    expect(isCountIn('CLP', { pieces: [{ ...note, value: minor(3_000) }], other: minor(0) })).toBe(false);
    expect(isCountIn('ARS', { pieces: [note, note], other: minor(0) })).toBe(false);
  });

  it('tells a note from a coin of the same worth', () => {
    const twenty = minor(2_000);
    const count = withPieces(
      withPieces(emptyCount, { kind: 'note', value: twenty }, 3),
      { kind: 'coin', value: twenty },
      4,
    );
    expect(isCountIn('MXN', count)).toBe(true);
    expect(countedOf(count)).toBe(14_000);
  });
});
