import { describe, expect, test } from 'vitest';
import { countries, localeSchema, type Locale } from '../../../shared/country';
import { formatMoney, minor } from '../../../shared/money';
import { formatQuantity, quantitySchema } from '../../../shared/quantity';
import { formatDateTime } from '../../../shared/ticket/format-date-time';
import { createWords } from '../../../renderer/hooks/use-words';
import { parseAmount } from '../../../renderer/lib/parse-amount';
import { parseQuantity } from '../../../renderer/lib/parse-quantity';

interface Formats {
  /** 1 234 567.89, or 123 456 789 where a currency has no cents. */
  readonly money: string;
  readonly smallMoney: string;
  readonly dateTime: string;
  /** The fifth of March of another year, on screen. */
  readonly moment: string;
  readonly kilograms: string;
  /** How a price of a thousand and a half is typed, and what it is. */
  readonly typed: readonly [text: string, amount: number];
}

const expected: Readonly<Record<Locale, Formats>> = {
  'es-AR': {
    money: '$ 1.234.567,89',
    smallMoney: '$ 0,50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0,350',
    typed: ['1.000,5', 100_050],
  },
  'pt-BR': {
    money: 'R$ 1.234.567,89',
    smallMoney: 'R$ 0,50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0,350',
    typed: ['1.000,5', 100_050],
  },
  'es-CL': {
    money: '$123.456.789',
    smallMoney: '$50',
    dateTime: '05-03-2021 18:04',
    moment: '05-03 18:04',
    kilograms: '0,350',
    typed: ['1.000', 1_000],
  },
  'es-CO': {
    money: '$ 123.456.789',
    smallMoney: '$ 50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0,350',
    typed: ['1.000', 1_000],
  },
  'es-MX': {
    money: '$1,234,567.89',
    smallMoney: '$0.50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0.350',
    typed: ['1,000.5', 100_050],
  },
  'es-PE': {
    money: 'S/ 1,234,567.89',
    smallMoney: 'S/ 0.50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0.350',
    typed: ['1,000.5', 100_050],
  },
  'es-UY': {
    money: '$ 1.234.567,89',
    smallMoney: '$ 0,50',
    dateTime: '05/03/2021 18:04',
    moment: '05/03 18:04',
    kilograms: '0,350',
    typed: ['1.000,5', 100_050],
  },
};

const currencyOf = (locale: Locale) => {
  const country = Object.values(countries).find((each) => each.locale === locale);
  if (!country) throw new Error(`no country speaks ${locale}`);
  return country.currency;
};

describe.each(localeSchema.options)('%s', (locale) => {
  const formats = expected[locale];
  const currency = currencyOf(locale);

  test('writes money as its shops do', () => {
    expect(formatMoney(minor(123_456_789), currency, locale)).toBe(formats.money);
    expect(formatMoney(minor(50), currency, locale)).toBe(formats.smallMoney);
  });

  test('writes days and times as its shops do', () => {
    expect(formatDateTime('2021-03-05T18:04:00.000Z', 'UTC', locale)).toBe(formats.dateTime);
    const local = new Date(2021, 2, 5, 18, 4).toISOString();
    expect(createWords(locale, currency).moment(local)).toBe(formats.moment);
    expect(createWords(locale, currency).time(local)).toBe('18:04');
  });

  test('writes and reads a weight with its own decimal sign', () => {
    expect(formatQuantity(quantitySchema.parse(350), 'kg', locale)).toBe(formats.kilograms);
    expect(parseQuantity(formats.kilograms, 'kg')).toEqual({ ok: true, value: 350 });
  });

  test('reads a price with its own signs', () => {
    const [text, amount] = formats.typed;
    expect(parseAmount(text, currency, locale)).toEqual({ ok: true, value: amount });
    expect(parseAmount(formats.money, currency, locale)).toEqual({ ok: true, value: 123_456_789 });
  });

  test('reads a price with the currency sign of any country in front of it', () => {
    const digits = formats.money.replace(/^[^\d]+/, '');
    for (const sign of ['$', 'R$', 'S/', '$U']) {
      expect(parseAmount(`${sign} ${digits}`, currency, locale)).toEqual({ ok: true, value: 123_456_789 });
    }
  });
});
