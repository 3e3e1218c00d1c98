import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalogueStore } from '../../../electron/storage/catalogue-store';
import { createCheckoutStore } from '../../../electron/storage/checkout-store';
import { createHintStore } from '../../../electron/storage/hint-store';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';
import { atomically, openDatabase, valueOf, type Db } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createSecretStore } from '../../../electron/storage/secret-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import { begin, transition } from '../../../shared/checkout/machine';
import { minor } from '../../../shared/money';
import type { Product } from '../../../shared/sale';
import { searchCatalogue } from '../../support/search-catalogue';
import { aDraft, anAttempt, AT } from '../../support/builders';

let folder: string;
let db: Db;
const now = () => new Date(AT);
const path = () => join(folder, 'till.db');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-storage-'));
  db = openDatabase(path());
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const reopen = () => {
  db.close();
  db = openDatabase(path());
};
const product = (change: Partial<Product>): Product => ({
  id: change.code ?? change.name ?? 'x',
  code: null,
  name: 'Producto',
  price: minor(100),
  unit: 'unit',
  category: null,
  favourite: false,
  ...change,
});

describe('the database', () => {
  it('syncs every commit, also after it was reopened', () => {
    reopen();
    expect(valueOf(db.prepare('PRAGMA synchronous').get(), 'synchronous')).toBe(2);
    expect(valueOf(db.prepare('PRAGMA journal_mode').get(), 'journal_mode')).toBe('wal');
    expect(valueOf(db.prepare('PRAGMA foreign_keys').get(), 'foreign_keys')).toBe(1);
  });

  it('refuses a write that comes after its end, and does not take the process with it', () => {
    const settings = createSettingsStore(db, now);
    const mark = db.prepare('UPDATE settings SET updated_at = updated_at');
    db.close();
    expect(() => atomically(db, () => null)).toThrow(/closed/);
    expect(() => mark.run()).toThrow(/closed/);
    expect(() => settings.read()).toThrow(/closed/);
  });

  it('refuses data of a newer program instead of guessing', () => {
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => openDatabase(path())).toThrow(/newer version/);
    db = openDatabase(':memory:');
  });

  it('takes all writes of one transaction or none', () => {
    const settings = createSettingsStore(db, now);
    expect(() =>
      atomically(db, () => {
        settings.update({ practice: true });
        throw new Error('the power went');
      }),
    ).toThrow();
    expect(settings.read().practice).toBe(false);
  });
});

describe('the catalogue', () => {
  const names = async (query: string) =>
    (await searchCatalogue(createCatalogueStore(db), query, 10)).map(({ name }) => name);

  beforeEach(() => {
    createCatalogueStore(db).replaceAll([
      product({ name: 'Café con leche', code: '7790001000019' }),
      product({ name: 'Ñandú de chocolate', code: '7790001000026', favourite: true }),
      product({ name: '100% algodón "suave"', code: 'AL_10' }),
    ]);
  });

  it.each([
    ['cafe', ['Café con leche']],
    ['LECHE caf', ['Café con leche']],
    ['nandu', ['Ñandú de chocolate']],
    ['000026', ['Ñandú de chocolate']],
    ['co', ['Café con leche']],
    ['d ch', ['Ñandú de chocolate']],
    ['"suave"', ['100% algodón "suave"']],
    ['10', ['100% algodón "suave"']],
    ['cafe le', ['Café con leche']],
    ['ñ', ['Ñandú de chocolate']],
    ['77', ['Ñandú de chocolate', 'Café con leche']],
    ['l_1', ['100% algodón "suave"']],
    ['OR', []],
    ['*', []],
    ['   ', []],
  ])('finds for %j', async (query, found) => {
    expect(await names(query)).toEqual(found);
  });

  it('forgets how a product was called, and finds it by its new name and in its category', async () => {
    const catalogue = createCatalogueStore(db);
    const renamed = product({
      id: '7790001000019',
      code: '7790001000019',
      name: 'Cortado',
      category: 'Bar',
      tax: 2100,
    });
    catalogue.put(renamed);
    expect(await names('cafe')).toEqual([]);
    expect(await names('caf')).toEqual([]);
    expect(await names('co')).toEqual(['Cortado']);
    expect(catalogue.find(renamed.id)).toEqual(renamed);
    expect(catalogue.categories()).toEqual(['Bar']);
    expect(catalogue.ofCategory('Bar', 10)).toEqual([renamed]);
  });

  it('is searched in the order in which it is shown, as it is now, also when another process has changed it', async () => {
    const catalogue = createCatalogueStore(db);
    const many = Array.from({ length: 2_500 }, (_, index) =>
      product({ name: `Té ${String(index).padStart(4, '0')}`, code: String(index), favourite: index === 1_700 }),
    );
    catalogue.replaceAll(many);
    const search = async (query: string) => (await searchCatalogue(catalogue, query, 3)).map(({ name }) => name);
    const before = await catalogue.readText(null);
    expect(await catalogue.readText(before?.version ?? null)).toBeNull();
    expect(await search('te')).toEqual(['Té 1700', 'Té 0000', 'Té 0001']);
    expect(await search('TÉ 2499')).toEqual(['Té 2499']);
    const other = openDatabase(path());
    other.exec("UPDATE products SET name = 'Mate' WHERE code = '1700'");
    other.exec("DELETE FROM products WHERE code = '0'");
    other.close();
    expect(await catalogue.readText(before?.version ?? null)).not.toBeNull();
    expect(await search('mate')).toEqual(['Mate']);
    expect(await search('te')).toEqual(['Té 0001', 'Té 0002', 'Té 0003']);
    const renamed = await catalogue.readText(null);
    catalogue.put(product({ id: '3', code: '3', name: 'Cortado' }));
    expect(await catalogue.readText(renamed?.version ?? null)).not.toBeNull();
  });

  it('stays as it was when a new one can not be taken whole', async () => {
    const twice = [product({ id: '1', name: 'A' }), product({ id: '1', name: 'B' })];
    expect(() => createCatalogueStore(db).replaceAll(twice)).toThrow();
    expect(await names('café')).toEqual(['Café con leche']);
  });
});

describe('a checkout on disk', () => {
  const stores = () => {
    const printJobs = createPrintJobStore(db, now);
    return { printJobs, checkouts: createCheckoutStore(db, printJobs) };
  };
  const commitBegun = (attempt = anAttempt()) => {
    const { state } = begin(attempt);
    stores().checkouts.commit({ at: AT, event: { kind: 'begun' }, from: null, to: state, printJob: null });
    return state;
  };

  it('is read back as it was written, after the program ended without a word', () => {
    const state = commitBegun();
    reopen();
    expect(stores().checkouts.unfinished()).toEqual([state]);
    expect(stores().checkouts.findByReference(state.attempt.reference)).toEqual(state);
  });

  it('tells every step in order', () => {
    const begun = commitBegun();
    const { state: cancelling } = transition(begun, { kind: 'cancelRequested' });
    stores().checkouts.commit({
      at: AT,
      event: { kind: 'cancelRequested' },
      from: begun,
      to: cancelling,
      printJob: null,
    });
    const steps = db.prepare('SELECT from_kind, to_kind FROM checkout_steps ORDER BY seq').all();
    expect(steps).toMatchObject([
      { from_kind: null, to_kind: 'creatingOrder' },
      { from_kind: 'creatingOrder', to_kind: 'cancelling' },
    ]);
  });

  it('takes the step, the sale and the print job together or not at all', () => {
    const { checkouts, printJobs } = stores();
    const { state } = begin(anAttempt());
    const job = {
      id: 'job',
      checkoutId: null,
      kind: 'drawer',
      copy: 0,
      ticket: null,
      state: 'queued',
      trouble: null,
    } as const;
    printJobs.insert(job);
    expect(() =>
      checkouts.commit({ at: AT, event: { kind: 'begun' }, from: null, to: state, printJob: job }),
    ).toThrow();
    expect(checkouts.unfinished()).toEqual([]);
    expect(checkouts.numberFor(state.attempt.sale.id)).toBe(1);
  });

  it('keeps a row that can no longer be read, and counts it', () => {
    commitBegun();
    db.exec(`UPDATE checkouts SET json = '{"kind":"somethingElse"}'`);
    const { checkouts } = stores();
    expect(checkouts.unfinished()).toEqual([]);
    expect(checkouts.unreadable()).toBe(1);
  });

  it('keeps a print job that can no longer be read from stopping the others', () => {
    const { printJobs } = stores();
    const job = (id: string) =>
      ({ id, checkoutId: null, kind: 'drawer', copy: 0, ticket: null, state: 'queued', trouble: null }) as const;
    printJobs.insert(job('broken'));
    printJobs.insert(job('good'));
    db.exec(`UPDATE print_jobs SET json = '{"kind":"fax"}' WHERE id = 'broken'`);
    expect(printJobs.waiting()).toEqual([job('good')]);
  });

  it('gives no number that the data may have forgotten', () => {
    commitBegun();
    const next = () => stores().checkouts.numberFor('3f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42');
    const settings = createSettingsStore(db, now);
    settings.update({ saleNumbersAbove: 14_000 });
    expect(next()).toBe(14_001);
    settings.update({ saleNumbersAbove: 100 });
    expect(next()).toBe(124);
  });

  it('gives each sale one number, and every attempt of it the same', () => {
    const first = commitBegun();
    const { checkouts } = stores();
    expect(checkouts.numberFor(first.attempt.sale.id)).toBe(123);
    expect(checkouts.numberFor('3f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42')).toBe(124);
  });
});

describe('what else the till keeps', () => {
  it('never writes a secret in the clear', () => {
    const secrets = createSecretStore(db, createKeyFileSealer(join(folder, 'secrets.key')));
    secrets.write('accessToken', 'TEST-canary-token');
    expect(secrets.read('accessToken')).toBe('TEST-canary-token');
    reopen();
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('TEST-canary-token')).toBe(false);
    }
    const other = createSecretStore(db, createKeyFileSealer(join(folder, 'other.key')));
    expect(other.read('accessToken')).toBeNull();
  });

  it('hears a hint and moves the cursor in one step, and forgets the hint when it was looked at', () => {
    const event = {
      seq: 7,
      topic: 'merchant_order',
      resourceId: '5001',
      status: 'closed',
      verified: false,
      receivedAt: AT,
      attempts: 1,
    } as const;
    const hint = createHintStore(db, now).receive('http://relay', event, 'abcdefgh.7');
    reopen();
    const hints = createHintStore(db, now);
    expect(hints.waiting()).toEqual([hint]);
    expect(hints.cursor('http://relay')).toBe('abcdefgh.7');
    expect(hints.cursor('http://another-relay')).toBeNull();
    hints.done(hint.seq);
    expect(hints.waiting()).toEqual([]);
  });

  it('keeps the draft of the sale that is being typed', () => {
    const draft = aDraft(100, 200);
    createSettingsStore(db, now).writeDraft(draft);
    reopen();
    const settings = createSettingsStore(db, now);
    expect(settings.readDraft()).toEqual(draft);
    settings.writeDraft(null);
    expect(settings.readDraft()).toBeNull();
  });
});

describe('settings', () => {
  it('are again what the disk says after a transaction that failed', () => {
    const settings = createSettingsStore(db, now);
    expect(settings.read().practice).toBe(false);
    expect(() =>
      atomically(db, () => {
        settings.update({ practice: true });
        expect(settings.read().practice).toBe(true);
        throw new Error('the power went');
      }),
    ).toThrow();
    expect(settings.read().practice).toBe(false);
    settings.update({ practice: true });
    expect(settings.read().practice).toBe(true);
  });
});
