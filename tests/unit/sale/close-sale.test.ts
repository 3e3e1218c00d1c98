import { describe, expect, it } from 'vitest';
import { closeSale, type SalePermission } from '../../../electron/checkout/close-sale';
import { checkDigit } from '../../../shared/codes/check-digit';
import { minor } from '../../../shared/money';
import { units } from '../../../shared/quantity';
import { draftTotal, type Draft, type DraftLine } from '../../../shared/sale';
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

function close(lines: DraftLine[], more: Partial<Draft> = {}, discountLimit = 10_000, forbidden?: SalePermission) {
  const draft: Draft = { saleId: crypto.randomUUID(), lines, ...more };
  return closeSale(draft, draftTotal(draft), {
    catalogue: {
      find: (id) => (id === water.id ? water : null),
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
