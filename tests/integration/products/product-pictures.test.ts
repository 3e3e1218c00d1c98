import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogueStore, type CatalogueStore } from '../../../electron/storage/catalogue-store';
import { openDatabase, valueOf, type Db } from '../../../electron/storage/open-database';
import { planImport } from '../../../electron/products/plan-import';
import { createProductImportStore } from '../../../electron/storage/product-import-store';
import { createProductPictureStore, type ProductPictureStore } from '../../../electron/storage/product-picture-store';
import { createQuickKeyStore } from '../../../electron/storage/quick-key-store';
import { minor } from '../../../shared/money';
import type { Product } from '../../../shared/sale';
import { searchCatalogue } from '../../support/search-catalogue';

const PLAN = '2f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42';

let folder: string;
let db: Db;
let catalogue: CatalogueStore;
let pictures: ProductPictureStore;

const aProduct = (code: string, name: string): Product => ({
  id: code,
  code,
  name,
  price: minor(100_000),
  unit: 'unit',
  category: null,
  favourite: true,
});
const products = [aProduct('111', 'Alfajor'), aProduct('222', 'Agua'), aProduct('333', 'Café')];

/** A small picture of that colour. */
function drawn(colour: string): Buffer {
  const canvas = createCanvas(64, 64);
  const pen = canvas.getContext('2d');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 64, 64);
  return canvas.toBuffer('image/webp');
}

const versionOf = (id: string) => catalogue.findWhole(id)?.picture ?? null;
const pictureOf = (id: string) => pictures.read(versionOf(id) ?? '');
const kept = () => Number(valueOf(db.prepare('SELECT count(*) AS count FROM product_pictures').get(), 'count'));
const favourites = () => catalogue.favourites(200).map(({ name }) => name);
const arrange = (...ids: string[]) => {
  createQuickKeyStore(db).arrange(ids, () => undefined);
};

/** Reads a list in as a person would, and takes away what it does not have. */
function importList(text: string): void {
  writeFileSync(join(folder, 'list.csv'), text);
  const plan = join(folder, 'plan.db');
  rmSync(plan, { force: true });
  planImport({
    file: join(folder, 'list.csv'),
    database: join(folder, 'caja-qr.db'),
    plan,
    planId: PLAN,
    currency: 'ARS',
  });
  expect(imports().apply(plan, PLAN, 'list.csv', 'remove').ok).toBe(true);
}
const imports = () => createProductImportStore(db, () => new Date('2026-11-27T12:00:00Z'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-pictures-'));
  db = openDatabase(join(folder, 'caja-qr.db'));
  catalogue = createCatalogueStore(db);
  pictures = createProductPictureStore(db);
  catalogue.replaceAll(products);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the picture of a product', () => {
  it('is nothing that a sale could be refused for', () => {
    pictures.put('111', drawn('red'));
    db.exec('DROP TABLE product_pictures');
    expect(catalogue.find('111')).toMatchObject({ code: '111' });
    expect(catalogue.findByCode('111')).toMatchObject({ id: '111' });
  });

  it('is fetched by its version wherever the product is found, and another has another version', async () => {
    expect(versionOf('111')).toBeNull();
    pictures.put('111', drawn('red'));
    const first = versionOf('111');
    expect(pictureOf('111')).toEqual(drawn('red'));
    expect(await searchCatalogue(catalogue, 'alfajor', 5)).toMatchObject([{ picture: first }]);
    expect(catalogue.favourites(5)).toContainEqual(expect.objectContaining({ code: '111', picture: first }));
    pictures.put('111', drawn('blue'));
    expect(versionOf('111')).not.toBe(first);
    expect(pictureOf('111')).toEqual(drawn('blue'));
    expect(pictures.read(first ?? '')).toBeNull();
    pictures.put('111', null);
    expect([versionOf('111'), kept()]).toEqual([null, 0]);
  });

  it('stays with its product whatever else of it changes, and there may be two of the same', () => {
    pictures.put('111', drawn('red'));
    pictures.put('222', drawn('red'));
    catalogue.put({ ...aProduct('111', 'Alfajor triple'), code: '999' });
    catalogue.replaceAll([aProduct('111', 'Alfajor'), aProduct('222', 'Agua')]);
    expect(versionOf('111')).toBe(versionOf('222'));
    pictures.put('222', null);
    expect(pictureOf('111')).toEqual(drawn('red'));
  });

  it('goes with a product that is gone from the catalogue', () => {
    pictures.put('333', drawn('red'));
    catalogue.replaceAll(products.slice(0, 2));
    expect(kept()).toBe(0);
  });

  it('outlives a list that changes its product, and one that takes it away until nobody can take that back', () => {
    for (const { id } of products) pictures.put(id, drawn('red'));
    importList('código;nombre;precio\n111;Alfajor triple;1500\n222;Agua;1000\n');
    expect(pictureOf('111')).toEqual(drawn('red'));
    expect(catalogue.find('333')).toBeNull();
    expect(imports().undo().ok).toBe(true);
    expect(pictureOf('333')).toEqual(drawn('red'));
    importList('código;nombre;precio\n111;Alfajor;1500\n222;Agua;1000\n');
    importList('código;nombre;precio\n111;Alfajor;1600\n222;Agua;1000\n');
    expect(kept()).toBe(2);
  });

  it('goes when the list that brought its product is taken back', () => {
    importList('código;nombre;precio\n111;Alfajor;1000\n222;Agua;1000\n333;Café;1000\n444;Té;1000\n');
    pictures.put('444', drawn('red'));
    imports().undo();
    expect(kept()).toBe(0);
  });

  it('is stored with its product or not at all', () => {
    expect(() => {
      catalogue.put(aProduct('444', 'Té'), () => {
        pictures.put('444', drawn('red'));
        throw new Error('the power goes');
      });
    }).toThrow();
    expect([catalogue.find('444'), kept()]).toEqual([null, 0]);
  });
});

describe('the quick keys', () => {
  it('are in the order of the alphabet until somebody gives them another', () => {
    expect(favourites()).toEqual(['Agua', 'Alfajor', 'Café']);
    arrange('333', '111', '222');
    expect(favourites()).toEqual(['Café', 'Alfajor', 'Agua']);
    expect(catalogue.favourites(2).map(({ name }) => name)).toEqual(['Café', 'Alfajor']);
  });

  it('keep it when products change, and a new one is last', () => {
    arrange('333', '111', '222');
    catalogue.put(aProduct('333', 'Un café'));
    catalogue.put(aProduct('000', 'Aceite'));
    importList('código;nombre;precio\n111;Zapallo;1\n222;Agua;2\n333;Café;3\n000;Aceite;4\n');
    expect(favourites()).toEqual(['Café', 'Zapallo', 'Agua', 'Aceite']);
  });

  it('lose the place of one that is no favourite any more, but not by a list that is taken back', () => {
    arrange('333', '111', '222');
    catalogue.put({ ...aProduct('333', 'Café'), favourite: false });
    catalogue.put(aProduct('333', 'Café'));
    expect(favourites()).toEqual(['Alfajor', 'Agua', 'Café']);
    arrange('333', '111', '222');
    importList('código;nombre;precio;favorito\n111;Alfajor;1000;no\n222;Agua;1000;si\n');
    expect(favourites()).toEqual(['Agua']);
    imports().undo();
    expect(favourites()).toEqual(['Café', 'Alfajor', 'Agua']);
  });

  it('pass over what is no favourite, and what comes twice', () => {
    catalogue.put({ ...aProduct('111', 'Alfajor'), favourite: false });
    arrange('gone', '111', '333', '222', '333');
    expect(favourites()).toEqual(['Café', 'Agua']);
  });

  it('are arranged together with what is written about it, or not at all', () => {
    const fails = () => {
      throw new Error('the power goes');
    };
    expect(() => {
      createQuickKeyStore(db).arrange(['333'], fails);
    }).toThrow();
    expect(favourites()).toEqual(['Agua', 'Alfajor', 'Café']);
  });
});
