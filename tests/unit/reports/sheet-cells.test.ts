import { describe, expect, it } from 'vitest';
import { createCells } from '../../../electron/reports/sheet-cells';
import { countries } from '../../../shared/country';

describe('a cell of a file for a spreadsheet', () => {
  it.each([
    ['MLA', ';', '1234,50', '0,350'],
    ['MLB', ';', '1234,50', '0,350'],
    ['MLC', ';', '123450', '0,350'],
    ['MCO', ';', '123450', '0,350'],
    ['MLM', ',', '1234.50', '0.350'],
    ['MPE', ',', '1234.50', '0.350'],
    ['MLU', ';', '1234,50', '0,350'],
  ] as const)('is written as %s writes numbers', (site, separator, money, weight) => {
    const { currency, locale, timeZone } = countries[site];
    const cells = createCells({ currency, locale, timeZone });
    expect([cells.separator, cells.money(123_450)]).toEqual([separator, money]);
    expect(cells.quantity(350)).toBe(weight.replace(/0$/, ''));
    expect(cells.quantity(12_000)).toBe('12');
    expect([0, 500, 1_900, 10_000].map(cells.percent)).toEqual(['0', '5', '19', '100']);
    expect(cells.percent(1_050)).toBe(`10${weight.charAt(1)}5`);
  });

  it('keeps small and negative amounts whole', () => {
    const cells = createCells({ currency: 'ARS', locale: 'es-AR', timeZone: 'UTC' });
    expect([0, 5, -5, -12_345].map((amount) => cells.money(amount))).toEqual(['0,00', '0,05', '-0,05', '-123,45']);
  });

  it('is text where it would be a formula', () => {
    const cells = createCells({ currency: 'ARS', locale: 'es-AR', timeZone: 'UTC' });
    expect(cells.text('=HYPERLINK("http://x")')).toBe(`'=HYPERLINK("http://x")`);
    expect(cells.text('Alfajor')).toBe('Alfajor');
  });

  it('says when on the store’s clock', () => {
    const cells = createCells({ currency: 'ARS', locale: 'es-AR', timeZone: 'America/Argentina/Buenos_Aires' });
    const at = '2026-11-24T01:05:09.000Z';
    expect([cells.date(at), cells.time(at)]).toEqual(['2026-11-23', '22:05:09']);
  });
});
