import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeSale, permissionsFor, type SalePermission } from '../../../electron/checkout/close-sale';
import { checkDigit } from '../../../shared/codes/check-digit';
import { minor } from '../../../shared/money';
import { quantitySchema, units } from '../../../shared/quantity';
import { amountOff } from '../../../shared/discount';
import { draftTotal, lineGross, type Bill, type Draft, type DraftLine } from '../../../shared/sale';
import { sellingSettingsSchema } from '../../../shared/selling';
import { aProduct } from '../renderer/builders';

const water = aProduct();
const scaleCodes = { prefixes: ['20'], codeDigits: 5, value: 'price', decimals: 2 };
/** 20, product 42, $ 123,45. */
const label = `200004212345${checkDigit('200004212345')}`;

function aLine(change: Partial<Extract<DraftLine, { kind: 'product' }>> = {}): DraftLine {
  const { id: productId, name, price: unitPrice, unit } = water;
  return { kind: 'product', id: 'line-1', productId, name, unitPrice, unit, quantity: units(1), ...change };
}

const bread = aProduct({ id: 'bread', tax: 500 });

function close(lines: DraftLine[], more: Partial<Draft> = {}, discountLimit = 10_000, forbidden?: SalePermission) {
  const draft: Draft = { saleId: crypto.randomUUID(), lines, ...more };
  return closeSale(draft, draftTotal(draft), {
    catalogue: {
      find: (id) => [water, bread].find((product) => product.id === id) ?? null,
      findByCode: (code) => (code === '42' ? water : null),
    },
    currency: 'ARS',
    selling: sellingSettingsSchema.parse({ discountLimit, scaleCodes }),
    refusal: (permission) => (permission === forbidden ? 'badRequest' : null),
  });
}

describe('closing a sale, whatever the window says', () => {
  it('refuses a price that is not the catalogue’s', () => {
    expect(close([aLine({ unitPrice: minor(1) })])).toMatchObject({ error: { code: 'priceChanged' } });
    expect(close([aLine({ unitPrice: minor(1), listPrice: minor(2) })])).toMatchObject({
      error: { code: 'priceChanged' },
    });
    expect(close([aLine({ productId: 'gone' })])).toMatchObject({ error: { code: 'productUnknown' } });
  });

  it('keeps the tax that the catalogue has for a product, whatever becomes of that later', () => {
    const closed = close([aLine(), aLine({ id: 'line-2', productId: 'bread' })]);
    expect(closed.ok && closed.value.lines.map(({ tax }) => tax)).toEqual([undefined, 500]);
  });

  it('takes another price from who may ask another', () => {
    const cheaper = aLine({ unitPrice: minor(100), listPrice: water.price });
    expect(close([cheaper])).toMatchObject({ value: { total: 100, lines: [{ listPrice: water.price }] } });
    expect(close([cheaper], {}, 10_000, 'overridePrice').ok).toBe(false);
    expect(close([aLine()], {}, 10_000, 'overridePrice').ok).toBe(true);
  });

  it('takes the price of a scale’s label, after reading the label itself', () => {
    expect(close([aLine({ unitPrice: minor(12_345), scaleCode: label })])).toMatchObject({ value: { total: 12_345 } });
    expect(close([aLine({ unitPrice: minor(12_344), scaleCode: label })]).ok).toBe(false);
    expect(close([aLine({ unitPrice: minor(12_345), scaleCode: '2000042123450' })]).ok).toBe(false);
    expect(close([aLine({ unitPrice: minor(12_345), scaleCode: label, productId: 'other' })]).ok).toBe(false);
  });

  it('asks for permission above the limit, on one line or on all of them together', () => {
    const off = (hundredths: number) => ({ kind: 'percent', hundredths }) as const;
    const limited = (lines: DraftLine[], more: Partial<Draft> = {}) => close(lines, more, 1000, 'discountOverLimit').ok;
    expect(limited([aLine()])).toBe(true);
    expect(limited([aLine({ discount: off(1000) })])).toBe(true);
    expect(limited([aLine({ discount: off(1001) }), aLine({ quantity: units(50) })])).toBe(false);
    expect(limited([aLine()], { discount: off(1000) })).toBe(true);
    expect(limited([aLine({ discount: off(1000) })], { discount: off(1000) })).toBe(false);
    expect(limited([aLine({ discount: { kind: 'amount', amount: minor(water.price) } })], {})).toBe(false);
  });
});

describe('the limit of discounts', () => {
  const bills = fc.record({
    limit: fc.integer({ min: 1, max: 9_999 }),
    prices: fc.array(
      fc.record({ price: fc.integer({ min: 1, max: 100_000 }), thousandths: fc.integer({ min: 1, max: 9_000 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  });
  type Prices = { price: number; thousandths: number }[];
  const linesOf = (prices: Prices, discountOf: (index: number) => DraftLine['discount'] = () => undefined) =>
    prices.map(({ price, thousandths }, index) =>
      aLine({ unitPrice: minor(price), quantity: quantitySchema.parse(thousandths), discount: discountOf(index) }),
    );
  const asks = (bill: Bill, discountLimit: number) =>
    permissionsFor(bill, sellingSettingsSchema.parse({ discountLimit, scaleCodes })).includes('discountOverLimit');
  const percent = (hundredths: number) => ({ kind: 'percent', hundredths }) as const;

  it('never asks anybody about exactly the limit, whatever it is rounded to', () => {
    fc.assert(
      fc.property(bills, fc.nat(), ({ limit, prices }, which) => {
        expect(asks({ lines: linesOf(prices, () => percent(limit)) }, limit)).toBe(false);
        expect(asks({ lines: linesOf(prices), discount: percent(limit) }, limit)).toBe(false);
        const one = (index: number) => (index === which % prices.length ? percent(limit) : undefined);
        expect(asks({ lines: linesOf(prices, one) }, limit)).toBe(false);
      }),
    );
  });

  it('lets nothing through that is above it by more than rounding, one by one or together', () => {
    const discounts = fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('percent' as const), hundredths: fc.integer({ min: 1, max: 10_000 }) }),
        fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 900_000 }).map(minor) }),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        bills,
        fc.array(discounts, { minLength: 8, maxLength: 8 }),
        discounts,
        ({ limit, prices }, each, discount) => {
          const lines = linesOf(prices, (index) => each[index]);
          fc.pre(!asks({ lines, discount }, limit));
          const rows = lines.map((line) => ({
            gross: lineGross(line),
            off: amountOff(lineGross(line), line.discount),
          }));
          for (const { gross, off } of rows) expect(off).toBeLessThanOrEqual((gross * limit) / 10_000 + 0.5);
          const gross = rows.reduce((total, row) => total + row.gross, 0);
          const off = gross - draftTotal({ lines, discount });
          expect(off).toBeLessThanOrEqual((gross * limit) / 10_000 + 0.5 * lines.length);
        },
      ),
    );
  });
});
