import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exchangeFolder } from '../../../electron/files/exchange-folder';
import type { Authority } from '../../../electron/people/authority';
import { ProductFileDesk } from '../../../electron/products/product-file-desk';
import { createAuditStore } from '../../../electron/storage/audit-store';
import { createCatalogueStore } from '../../../electron/storage/catalogue-store';
import { readCatalogueRows } from '../../../electron/storage/catalogue-rows';
import { diskWorkerIn } from '../../../electron/storage/disk-host-client';
import { workerHere } from '../../../electron/storage/disk-worker';
import { openDatabase, patiently, type Db } from '../../../electron/storage/open-database';
import { createProductImportStore } from '../../../electron/storage/product-import-store';
import type { Currency } from '../../../shared/country';
import { minor } from '../../../shared/money';
import type { ImportPreview } from '../../../shared/product-file';
import type { Product } from '../../../shared/sale';
import { createTexts } from '../../../shared/texts/create-texts';
import { searchCatalogue } from '../../support/search-catalogue';
import { forkDiskHost } from '../../support/storage/fork-disk-host';

let folder: string;
let db: Db;
let charging = false;
let currency: Currency = 'ARS';
/** Where nobody signs in. */
const nobody: Authority = { operator: null, approver: null };

const aProduct = (change: Partial<Product> & { readonly name: string }): Product => ({
  id: change.code ?? change.name,
  code: null,
  price: minor(100_000),
  unit: 'unit',
  category: null,
  favourite: false,
  ...change,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-products-'));
  db = openDatabase(join(folder, 'caja-qr.db'));
  charging = false;
  currency = 'ARS';
  createCatalogueStore(db).replaceAll([
    aProduct({ code: '111', name: 'Alfajor', favourite: true }),
    aProduct({ code: '222', name: 'Agua' }),
    aProduct({ name: 'Pan francés', unit: 'kg', category: 'Panadería' }),
  ]);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function openDesk(worker = workerHere): ProductFileDesk {
  return new ProductFileDesk({
    dataDir: folder,
    state: () => createProductImportStore(db, () => new Date()).state(),
    patiently: (work) => patiently(db, work),
    worker,
    dialogs: exchangeFolder(join(folder, 'files')),
    currency: () => currency,
    texts: () => createTexts('es-AR').t,
    isCharging: () => charging,
    now: () => new Date('2026-11-26T12:00:00Z'),
    log: () => undefined,
  });
}

async function choose(desk: ProductFileDesk, text: string): Promise<ImportPreview> {
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'files', 'productos-2026-11-26.csv'), text);
  const chosen = await desk.choose();
  if (!chosen.ok || chosen.value?.kind !== 'preview') throw new Error(JSON.stringify(chosen));
  return chosen.value.preview;
}

const catalogue = () => readCatalogueRows(db).map(({ code, name, price }) => `${code ?? '—'} ${name} ${price}`);

describe('a file of products', () => {
  it('is shown as what it would change, and changes nothing by being read', async () => {
    const before = catalogue();
    const preview = await choose(
      openDesk(),
      'código;nombre;precio\n111;Alfajor;1500,50\n222;Agua;1000\n333;Café;2000\n444;Té;0\n',
    );
    expect(preview).toMatchObject({ added: 1, changed: 1, unchanged: 1, missing: 1, wrong: 1, lines: 4 });
    expect(preview.changes).toEqual([{ line: 2, code: '111', name: 'Alfajor', before: 100_000, price: 150_050 }]);
    expect(preview.additions).toMatchObject([{ code: '333', before: null, price: 200_000 }]);
    expect(preview.problems).toEqual([{ line: 5, code: 'priceZero', value: '0' }]);
    expect(catalogue()).toEqual(before);
  });

  it('is applied when somebody says so, keeps what it does not speak of, and is found by search', async () => {
    const desk = openDesk();
    const { planId } = await choose(desk, 'código,precio,nombre\n111,1500.50,Alfajor triple\n333,20,Café\n');
    expect(await desk.apply(planId, 'keep', nobody)).toMatchObject({
      ok: true,
      value: { added: 1, changed: 1, removed: 0 },
    });
    expect(catalogue()).toEqual([
      '222 Agua 100000',
      '111 Alfajor triple 150050',
      '333 Café 2000',
      '— Pan francés 100000',
    ]);
    const store = createCatalogueStore(db);
    expect(await searchCatalogue(store, 'triple', 5)).toMatchObject([{ code: '111', favourite: true }]);
    expect(await searchCatalogue(store, 'café', 5)).toHaveLength(1);
  });

  it('gives a product that had none its code, and takes nothing away for a line that is wrong', async () => {
    const desk = openDesk();
    const { planId, missing } = await choose(desk, 'código;nombre;precio\n999;Pan francés;2600\n222;Agua;gratis\n');
    expect(missing).toBe(1);
    expect(await desk.apply(planId, 'remove', nobody)).toMatchObject({ value: { added: 0, changed: 1, removed: 1 } });
    expect(catalogue()).toEqual(['222 Agua 100000', '999 Pan francés 260000']);
  });

  it('can be taken back once, also after the till was started again', async () => {
    const before = catalogue();
    const desk = openDesk();
    const { planId } = await choose(desk, 'código;nombre;precio\n111;Otro;1\n555;Nuevo;2\n');
    await desk.apply(planId, 'remove', nobody);
    expect(catalogue()).toHaveLength(2);
    db.close();
    db = openDatabase(join(folder, 'caja-qr.db'));
    const later = openDesk();
    expect(later.state().lastImport).toMatchObject({ added: 1, changed: 1, removed: 2, undoneAt: null });
    expect((await later.undo(nobody)).ok).toBe(true);
    expect(catalogue()).toEqual(before);
    expect(await searchCatalogue(createCatalogueStore(db), 'alfajor', 5)).toHaveLength(1);
    expect(await later.undo(nobody)).toMatchObject({ ok: false, error: { code: 'nothingToDo' } });
    expect(later.state().lastImport?.undoneAt).not.toBeNull();
  });

  it('brings the IVA of each product where they have their own, and takes it back', async () => {
    currency = 'COP';
    const taxes = () => readCatalogueRows(db).map(({ name, tax }) => `${name} ${String(tax)}`);
    const desk = openDesk();
    const { planId, changed } = await choose(desk, 'código;nombre;precio;IVA\n111;Alfajor;1000;5\n333;Té;900;19%\n');
    expect(changed).toBe(1);
    expect((await desk.apply(planId, 'keep', nobody)).ok).toBe(true);
    expect(taxes()).toEqual(['Agua null', 'Alfajor 500', 'Pan francés null', 'Té 1900']);
    await desk.export(() => undefined);
    const text = readFileSync(join(folder, 'files', 'productos-2026-11-26.csv'), 'utf8');
    expect(text).toContain('Favorito;IVA %\r\n');
    expect(await choose(desk, text)).toMatchObject({ added: 0, changed: 0, unchanged: 4, wrong: 0 });
    expect((await desk.undo(nobody)).ok).toBe(true);
    expect(taxes()).toEqual(['Agua null', 'Alfajor null', 'Pan francés null']);
  });

  it('is refused when the catalogue changed since it was shown, and while somebody pays', async () => {
    const desk = openDesk();
    const { planId } = await choose(desk, 'código;nombre;precio\n111;Alfajor;1500\n');
    charging = true;
    expect(await desk.apply(planId, 'keep', nobody)).toMatchObject({ error: { code: 'chargeInProgress' } });
    charging = false;
    db.exec("UPDATE products SET price = 5 WHERE code = '222'");
    expect(await desk.apply(planId, 'keep', nobody)).toMatchObject({ error: { code: 'catalogueChanged' } });
    expect(await desk.apply('2f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42', 'keep', nobody)).toMatchObject({
      error: { code: 'catalogueChanged' },
    });
  });

  it('is applied whole or not at all', async () => {
    const before = catalogue();
    const desk = openDesk();
    const { planId } = await choose(desk, 'código;nombre;precio\n111;Alfajor;1500\n333;Café;2000\n');
    db.exec("CREATE TRIGGER broken BEFORE INSERT ON product_imports BEGIN SELECT RAISE(ABORT, 'broken'); END");
    await expect(desk.apply(planId, 'remove', nobody)).rejects.toThrow('broken');
    expect(catalogue()).toEqual(before);
  });

  it('is in the log with the change, or neither is', async () => {
    const before = catalogue();
    const logged = () => createAuditStore(db).list(null, 10);
    const ana: Authority = { operator: { id: '1', name: 'Ana', role: 'cashier' }, approver: null };
    const blocked = "CREATE TRIGGER blocked BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'blocked'); END";
    const desk = openDesk();
    const { planId } = await choose(desk, 'código;nombre;precio\n111;Alfajor;1500\n333;Café;2000\n');
    db.exec(blocked);
    await expect(desk.apply(planId, 'remove', ana)).rejects.toThrow('blocked');
    expect(catalogue()).toEqual(before);
    db.exec('DROP TRIGGER blocked');
    expect((await desk.apply(planId, 'remove', ana)).ok).toBe(true);
    expect((await desk.apply(planId, 'remove', ana)).ok).toBe(false);
    const imported = { act: 'productsImported', by: 'Ana', approvedBy: null };
    expect(logged()).toMatchObject([{ ...imported, facts: { note: 'productos-2026-11-26.csv' } }]);
    const after = catalogue();
    db.exec(blocked);
    await expect(desk.undo(ana)).rejects.toThrow('blocked');
    expect(catalogue()).toEqual(after);
    db.exec('DROP TRIGGER blocked');
    expect((await desk.undo(ana)).ok).toBe(true);
    expect((await desk.undo(ana)).ok).toBe(false);
    expect(logged().map(({ act }) => act)).toEqual(['importUndone', 'productsImported']);
  });

  it('is read in a process of its own, however long, and written again as it was', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `${7_790_000_000_000 + at};Producto ${at};${at + 1},50`);
    const desk = openDesk(diskWorkerIn(forkDiskHost));
    const { planId, added } = await choose(desk, ['código;nombre;precio', ...lines].join('\r\n'));
    expect(added).toBe(5_000);
    expect((await desk.apply(planId, 'keep', nobody)).ok).toBe(true);
    const here = openDesk();
    expect(await here.export(() => undefined)).toMatchObject({ value: { file: 'productos-2026-11-26.csv' } });
    const text = readFileSync(join(folder, 'files', 'productos-2026-11-26.csv'), 'utf8');
    expect(text.startsWith('\ufeffCódigo;Nombre;Precio')).toBe(true);
    expect(await choose(here, text)).toMatchObject({ added: 0, changed: 0, unchanged: 5_003, missing: 0, wrong: 0 });
    // Two processes are started.
  }, 90_000);
});
