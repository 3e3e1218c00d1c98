import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries } from '../../../shared/country';
import { MAX_TOTAL, minor } from '../../../shared/money';
import type { Interrupted } from '../../../shared/snapshot';
import { createWords } from '../../../renderer/hooks/use-words';
import { formatBytes } from '../../../renderer/lib/format-bytes';
import { interruptedSentence } from '../../../renderer/lib/interrupted-sentence';
import { parseAmount } from '../../../renderer/lib/parse-amount';
import { typedAmount } from '../../../renderer/lib/typed-amount';
import { paid } from './builders';

test('an amount that the till types for a person is read back as the very same, in every country', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(countries)),
      fc.integer({ min: 1, max: MAX_TOTAL }),
      ({ currency, locale }, amount) => {
        const read = parseAmount(typedAmount(minor(amount), currency, locale), currency, locale);
        return read.ok && read.value === amount;
      },
    ),
  );
});

test('space on a disk is told in the unit that a person would use', () => {
  const told = (bytes: number) => formatBytes(bytes, 'es-AR').replace(/\s/g, ' ');
  expect([0, 12_400_000, 850_000_000, 1_250_000_000, 250_000_000_000].map(told)).toEqual([
    '0 MB',
    '12 MB',
    '850 MB',
    '1,3 GB',
    '250 GB',
  ]);
});

describe('what became of an interrupted charge', () => {
  const words = createWords('es-AR', 'ARS');
  const say = (changes: Partial<Interrupted>) =>
    interruptedSentence(
      {
        checkoutId: '22222222-2222-4222-8222-222222222222',
        saleNumber: 123,
        total: minor(100),
        cash: null,
        outcome: 'paid',
        ticket: null,
        ...changes,
      },
      words,
    );

  test('is one plain line each', () => {
    expect(say({ outcome: 'paid', ticket: paid().ticket })).toBe(
      'Venta 000123: se pagó mientras el programa estaba cerrado.',
    );
    expect(say({ outcome: 'unpaid' })).toContain('no se pagó y quedó anulada');
    expect(say({ outcome: 'open' })).toContain('sigue abierto');
    expect(say({ outcome: 'needsAttention' })).toContain('hay que revisarla');
    expect(say({ outcome: 'open', cash: minor(100_000) })).toMatch(
      /sigue abierto.*quedaron \$\s?1\.000,00 en efectivo/,
    );
    expect(say({ outcome: 'unpaid', cash: minor(100_000) })).toMatch(/Devolvele al cliente los \$\s?1\.000,00/);
  });

  test('does not say that a sale whose paper was cut off was paid afterwards', () => {
    const ticket = paid({ status: 'unconfirmed', trouble: 'programStopped' }).ticket;
    expect(say({ outcome: 'paid', ticket })).toBe('Venta 000123: está pagada; el programa se cerró mientras imprimía.');
  });
});

test('the symbol of an amount never ends a line', () => {
  expect(createWords('es-AR', 'ARS').money(minor(123_450))).toBe('$\u00a01.234,50');
});

test('a moment of today is a time, and of another day says which', () => {
  const { moment } = createWords('es-AR', 'ARS');
  const now = new Date();
  expect(moment(now.toISOString())).toMatch(/^\d\d:\d\d$/);
  expect(moment(new Date(now.getTime() - 26 * 3_600_000).toISOString())).toMatch(/^\d\d\/\d\d \d\d:\d\d$/);
});
