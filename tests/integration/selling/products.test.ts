import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpCode } from '../../../electron/selling/look-up-code';
import { saveProduct } from '../../../electron/selling/save-product';
import { createCatalogueStore, type CatalogueStore } from '../../../electron/storage/catalogue-store';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { checkDigit } from '../../../shared/codes/check-digit';
import type { ScaleCodes } from '../../../shared/codes/scale-code';
import type { ProductEntry } from '../../../shared/ipc/product-requests';
import { minor } from '../../../shared/money';

let db: Db;
let catalogue: CatalogueStore;
const entry = (change: Partial<ProductEntry> = {}): ProductEntry => ({
  id: null,
  code: null,
  name: 'Producto',
  price: minor(100),
  unit: 'unit',
  category: null,
  favourite: false,
  tax: null,
  ...change,
});
const withCheck = (body: string) => `${body}${checkDigit(body)}`;
const scale: ScaleCodes = { prefixes: ['20'], codeDigits: 5, value: 'weight', decimals: 2 };
const nothing = (): void => undefined;
const lookUp = (code: string, rules: ScaleCodes | null = scale) => lookUpCode(code, catalogue, rules, 'ARS');

beforeEach(() => {
  db = openDatabase(':memory:');
  catalogue = createCatalogueStore(db);
});
afterEach(() => {
  db.close();
});

describe('a product of the editor', () => {
  it('is found by its code at once, and keeps its id when everything else of it changes', () => {
    const made = saveProduct(entry({ code: '4006381333931', name: 'Lápiz' }), catalogue, nothing);
    if (!made.ok) throw new Error(made.error.code);
    expect(lookUp('4006381333931')).toEqual({ kind: 'product', product: made.value });
    const changed = saveProduct({ ...made.value, code: '96385074', name: 'Lápices', tax: 1050 }, catalogue, nothing);
    expect(changed).toMatchObject({ value: { id: made.value.id, name: 'Lápices', tax: 1050 } });
    expect(lookUp('4006381333931')).toEqual({ kind: 'unknown' });
  });

  it('never shares its code with another, in whichever form a scanner sends it', () => {
    saveProduct(entry({ code: '036000291452' }), catalogue, nothing);
    expect(saveProduct(entry({ code: '0036000291452' }), catalogue, nothing)).toMatchObject({
      error: { code: 'codeTaken' },
    });
    expect(saveProduct(entry({ id: 'gone' }), catalogue, nothing)).toMatchObject({ error: { code: 'productUnknown' } });
    expect(lookUp('0036000291452')).toMatchObject({ kind: 'product', product: { code: '036000291452' } });
  });
});

describe('a code', () => {
  it('with a digit that does not fit was misread, unless the shop itself gave it to a product', () => {
    expect(lookUp('4006381333932')).toEqual({ kind: 'misread' });
    saveProduct(entry({ code: '4006381333932' }), catalogue, nothing);
    expect(lookUp('4006381333932')).toMatchObject({ kind: 'product' });
  });

  it('of any other kind is free text', () => {
    expect(lookUp('ABC-12345')).toEqual({ kind: 'unknown' });
    saveProduct(entry({ code: 'ABC-12345' }), catalogue, nothing);
    expect(lookUp('ABC-12345')).toMatchObject({ kind: 'product' });
  });

  it('of a scale is so much of the product, with or without the zeros in front', () => {
    saveProduct(entry({ code: '42', name: 'Queso', unit: 'kg' }), catalogue, nothing);
    expect(lookUp(withCheck('200004200350'))).toMatchObject({ kind: 'weighed', quantity: 350 });
    expect(lookUp(withCheck('200004200350'), null)).toEqual({ kind: 'unknown' });
    expect(lookUp(withCheck('200004212345'), { ...scale, value: 'price' })).toMatchObject({
      kind: 'priced',
      price: 12_345,
    });
  });

  it('of a scale for what is sold by the piece is no weight', () => {
    saveProduct(entry({ code: '42' }), catalogue, nothing);
    expect(lookUp(withCheck('200004200350'))).toEqual({ kind: 'unknown' });
  });
});
