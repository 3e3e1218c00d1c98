import { describe, expect, test } from 'vitest';
import { MAX_TOTAL, minor } from '../../../shared/money';
import { quantitySchema, units } from '../../../shared/quantity';
import { draftSchema, draftTotal } from '../../../shared/sale';
import { createDraftStore, linesOf, MAX_LINES } from '../../../renderer/till/draft-store';
import { aProduct } from './builders';

function aStore() {
  let made = 0;
  const newId = () => {
    made += 1;
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  };
  const store = createDraftStore(newId);
  return { store, now: () => store.getState(), lines: () => linesOf(store.getState().draft) };
}

const agua = aProduct();
const pan = aProduct({ id: 'pan', name: 'Pan', unit: 'kg', price: minor(240_000) });

describe('the sale being typed', () => {
  test('its identity is made with the first line and stays', () => {
    const { now } = aStore();
    expect(now().draft).toBeNull();
    now().addProduct(agua, units(1));
    const saleId = now().draft?.saleId;
    now().addFree('Varios', minor(100));
    expect(now().draft?.saleId).toBe(saleId);
    expect(draftSchema.safeParse(now().draft).success).toBe(true);
  });

  test('the same product again is more of the same line', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().addProduct(agua, units(3));
    expect(lines()).toHaveLength(1);
    expect(lines()[0]?.quantity).toBe(units(4));
  });

  test('the same product at another price is another line: the first was shown at its own', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().addProduct({ ...agua, price: minor(200_000) }, units(1));
    expect(lines().map(({ unitPrice }) => unitPrice)).toEqual([180_000, 200_000]);
  });

  test('a line of which somebody said something is not joined by more of the product', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().setDiscount(lines()[0]?.id ?? '', { kind: 'percent', hundredths: 1000 });
    now().addProduct(agua, units(1));
    now().setNote(lines()[1]?.id ?? '', ' fría ');
    now().addProduct(agua, units(1));
    now().setPrice(lines()[2]?.id ?? '', minor(100));
    now().addProduct(agua, units(1));
    expect(lines()).toHaveLength(4);
    expect(lines()[1]?.note).toBe('fría');
    expect(draftSchema.safeParse(now().draft).success).toBe(true);
  });

  test('another price remembers the catalogue’s, and going back to it leaves no trace', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    const id = lines()[0]?.id ?? '';
    now().setPrice(id, minor(150_000));
    now().setPrice(id, minor(160_000));
    expect(lines()[0]).toMatchObject({ unitPrice: 160_000, listPrice: 180_000 });
    now().setPrice(id, minor(180_000));
    expect(lines()[0]).toMatchObject({ unitPrice: 180_000, listPrice: undefined });
  });

  test('what is taken off the sale stays while lines come and go, and leaves with the sale', () => {
    const { now } = aStore();
    now().addProduct(agua, units(1));
    now().setSaleDiscount({ kind: 'amount', amount: minor(100) });
    now().addFree('Varios', minor(100));
    expect(now().draft?.discount).toEqual({ kind: 'amount', amount: 100 });
    now().clear();
    now().addProduct(agua, units(1));
    expect(now().draft?.discount).toBeUndefined();
  });

  test('two free amounts are two lines even with the same words', () => {
    const { now, lines } = aStore();
    now().addFree('Varios', minor(100));
    now().addFree('Varios', minor(100));
    expect(lines()).toHaveLength(2);
  });

  test('as many labels of a scale as were said are sold, by weight and by price', () => {
    const { now, lines } = aStore();
    expect(now().addWeighed(pan, quantitySchema.parse(350), units(3)).ok).toBe(true);
    expect(now().addWeighed(pan, quantitySchema.parse(9_999_999), units(2))).toEqual({
      ok: false,
      error: 'quantityTooLarge',
    });
    expect(now().addPriced(pan, minor(84_000), '2000042008400', units(3)).ok).toBe(true);
    expect(lines().map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      [1_050, 240_000],
      [3_000, 84_000],
    ]);
    expect(draftSchema.safeParse(now().draft).success).toBe(true);
  });

  test('a step is one packet, or 100 g', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().addProduct(pan, quantitySchema.parse(350));
    const [water, bread] = lines();
    now().stepQuantity(water?.id ?? '', 1);
    now().stepQuantity(bread?.id ?? '', -1);
    expect(lines().map(({ quantity }) => quantity)).toEqual([2000, 250]);
  });

  test('stepping down never removes a line', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().stepQuantity(lines()[0]?.id ?? '', -1);
    expect(lines()[0]?.quantity).toBe(units(1));
  });

  test('removing the last line ends the sale; the next line begins another', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    const first = now().draft?.saleId;
    now().remove(lines()[0]?.id ?? '');
    expect(now().draft).toBeNull();
    now().addProduct(agua, units(1));
    expect(now().draft?.saleId).not.toBe(first);
  });

  test('keys act on the line touched last, and on its neighbour when it is removed', () => {
    const { now, lines } = aStore();
    now().addProduct(agua, units(1));
    now().addProduct(pan, units(1));
    now().addFree('Varios', minor(100));
    const [first, second, third] = lines().map(({ id }) => id);
    expect(now().selectedId).toBe(third);
    now().selectNext(-1);
    expect(now().selectedId).toBe(second);
    now().remove(second ?? '');
    expect(now().selectedId).toBe(third);
    now().remove(third ?? '');
    expect(now().selectedId).toBe(first);
    now().selectNext(-1);
    expect(now().selectedId).toBe(first);
  });

  test('a total that no sale may have is refused, and the sale stays as it was', () => {
    const { now, lines } = aStore();
    now().addFree('Uno', minor(MAX_TOTAL));
    expect(now().addFree('Dos', minor(1))).toEqual({ ok: false, error: 'amountTooLarge' });
    expect(now().stepQuantity(lines()[0]?.id ?? '', 1)).toEqual({ ok: false, error: 'amountTooLarge' });
    expect(draftTotal({ lines: lines() })).toBe(MAX_TOTAL);
  });

  test('absurd quantities of absurd prices are refused, not added wrongly', () => {
    const { now, lines } = aStore();
    now().addFree('Uno', minor(MAX_TOTAL));
    expect(now().setQuantity(lines()[0]?.id ?? '', units(9999))).toEqual({ ok: false, error: 'amountTooLarge' });
    expect(lines()[0]?.quantity).toBe(units(1));
  });

  test('a quantity beyond the largest is refused', () => {
    const { now } = aStore();
    const cheap = aProduct({ price: minor(1) });
    now().addProduct(cheap, units(9999));
    expect(now().addProduct(cheap, units(1))).toEqual({ ok: false, error: 'quantityTooLarge' });
  });

  test('a sale has an end', () => {
    const { now, lines } = aStore();
    for (let index = 0; index < MAX_LINES; index += 1) now().addFree('Varios', minor(1));
    expect(now().addFree('Uno más', minor(1))).toEqual({ ok: false, error: 'tooManyLines' });
    expect(lines()).toHaveLength(MAX_LINES);
  });

  test('a sale that was stored goes on where it was', () => {
    const { now } = aStore();
    now().addProduct(agua, units(2));
    const { draft } = now();
    const other = aStore();
    other.now().load(draft);
    expect(other.now().draft).toEqual(draft);
    expect(other.now().selectedId).toBe(draft?.lines[0]?.id);
  });
});

test('while its charge is being started, nothing can be added to a sale or taken from it', () => {
  const { now, lines } = aStore();
  now().addProduct(agua, units(2));
  const before = now().draft;
  now().setLocked(true);
  expect(now().addProduct(agua, units(1))).toEqual({ ok: false, error: 'locked' });
  expect(now().addFree('Varios', minor(100))).toEqual({ ok: false, error: 'locked' });
  now().remove(lines()[0]?.id ?? '');
  now().clear();
  expect(now().draft).toEqual(before);
  now().setLocked(false);
  expect(now().addFree('Varios', minor(100)).ok).toBe(true);
});
