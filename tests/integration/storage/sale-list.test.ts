import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { migrations } from '../../../electron/storage/migrations';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { saleListMigration } from '../../../electron/storage/sale-list-migration';
import { createSaleListStore } from '../../../electron/storage/sale-list-store';
import { saleWordsMigration } from '../../../electron/storage/sale-words-migration';

const VERSION = migrations.indexOf(saleListMigration);

const tables = ['sale_entries', 'sale_lines', 'sale_payments'] as const;
const listed = (db: Db) => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all().map(withoutSpeed));
const found = (db: Db, text: string) =>
  createSaleListStore(db).find({ text, amount: null, span: null, tender: null, state: null }, null, 10).length;

/** A database of the version with so many steps, which then sold this much. */
function sellWith(version: number, path: string): Database.Database {
  const old = new Database(path);
  for (const sql of migrations.slice(0, version)) old.exec(sql);
  old.exec(`PRAGMA user_version = ${version}`);
  old.exec(sold);
  return old;
}

/** What the driver adds to a row. */
function withoutSpeed(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row));
}

it('what an older version sold is listed as what this version sells', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-listed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  sellWith(VERSION, join(folder, 'old.db')).close();
  const updated = openDatabase(join(folder, 'old.db'));
  const fresh = openDatabase(join(folder, 'new.db'));
  fresh.exec(sold);
  expect(listed(updated)).toEqual(listed(fresh));
  expect(listed(updated)[0]).toMatchObject([
    { id: 'c1', state: 'partBack', cash: 400, qr: 600, qr_back: 250, cash_back: 0, discount: 50, by: 'Caja 1' },
    { id: 's2', state: 'allBack', cash: 700, cash_back: 700, rounding: 5, by: 'Ana' },
    { id: 'c3', state: 'unpaid', paid_at: null, by: 'Beto' },
  ]);
  expect([found(updated, 'nandu'), found(updated, 'ana'), found(updated, 'nada')]).toEqual([2, 1, 0]);
  updated.close();
  fresh.close();
  expect(inspectDatabase(join(folder, 'old.db'), 'whole')).toMatchObject({ ok: true, sales: 3 });
});

const damages = [
  'SELECT 1',
  'DROP TABLE sale_words_data',
  'DROP TABLE sale_words_config',
  'DROP TABLE sale_words',
  "UPDATE sale_words_data SET block = x'00'",
  'UPDATE sale_words_data SET block = randomblob(40)',
];

it.for(damages)('the words of an older version go whatever became of them, and are found again: %s', (damage) => {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-words-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'till.db');
  const old = sellWith(migrations.indexOf(saleWordsMigration), path);
  old.exec(damage);
  old.close();
  const db = openDatabase(path);
  expect([found(db, 'nandu'), found(db, 'ana'), found(db, 'nada')]).toEqual([2, 1, 0]);
  db.exec(soldLater);
  expect([found(db, 'nandu'), found(db, 'cata')]).toEqual([3, 1]);
  // Nothing on the disk that a sale would have to write for a search.
  expect(db.prepare("SELECT name FROM main.sqlite_schema WHERE sql LIKE '%fts5%'").all()).toEqual([]);
  db.close();
  expect(inspectDatabase(path, 'whole')).toMatchObject({ ok: true, sales: 4 });
});

const charge = (number: number, rest: Readonly<Record<string, unknown>>, attempt: object = {}): string =>
  JSON.stringify({
    ...rest,
    attempt: {
      sale: {
        number,
        total: 1000,
        discount: 20,
        lines: [
          {
            productId: 'p1',
            name: 'Ñandú',
            unitPrice: 525,
            unit: 'unit',
            quantity: 2000,
            discount: 30,
            total: 1020,
          },
        ],
      },
      register: { name: 'Caja 1' },
      ...attempt,
    },
  });
const ledger = {
  payments: [{ id: '9001', amount: 600, givenBack: 100 }],
  refunds: [{ paymentId: '9001', amount: 250 }],
};
const inCash = JSON.stringify({
  sale: {
    number: 2,
    total: 695,
    lines: [{ productId: null, name: 'Agua', unitPrice: 695, unit: 'kg', quantity: 1000, total: 695 }],
  },
  by: 'Ana',
});

/** A sale in two tenders of which a part went back, one in cash that went back, and one that nobody paid. */
const sold = `
  INSERT INTO sales (id, number, total, created_at, paid_at) VALUES
    ('s1', 1, 1000, '2026-11-01T10:00:00.000Z', '2026-11-01T10:01:00.000Z'),
    ('s2', 2, 695, '2026-11-01T11:00:00.000Z', '2026-11-01T11:00:00.000Z'),
    ('s3', 3, 1000, '2026-11-01T12:00:00.000Z', NULL);
  INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at) VALUES
    ('c1', 's1', 'REFERENCE1', 'paid', NULL, '${charge(1, { kind: 'paid', ledger }, { cash: 400 })}',
      '2026-11-01T10:00:00.000Z', '2026-11-01T10:01:00.000Z');
  INSERT INTO tenders (id, sale_id, kind, amount, at, json) VALUES
    ('c1-cash', 's1', 'cash', 400, '2026-11-01T10:01:00.000Z', '{"checkoutId":"c1"}'),
    ('c1-qr', 's1', 'qr', 600, '2026-11-01T10:01:00.000Z', '{"checkoutId":"c1"}');
  INSERT INTO cash_sales (sale_id, json, created_at) VALUES ('s2', '${inCash}', '2026-11-01T11:00:00.000Z');
  INSERT INTO tenders (id, sale_id, kind, amount, rounding, at, json) VALUES
    ('s2', 's2', 'cash', 700, 5, '2026-11-01T11:00:00.000Z', '{}'),
    ('r2', 's2', 'cash', -700, NULL, '2026-11-02T11:00:00.000Z', '{"refundId":"r2"}');
  INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at) VALUES
    ('c3', 's3', 'REFERENCE3', 'cancelled', NULL, '${charge(3, { kind: 'cancelled' }, { operator: { name: 'Beto' } })}',
      '2026-11-01T12:00:00.000Z', '2026-11-01T12:01:00.000Z');`;

/** One more charge. */
const soldLater = `
  INSERT INTO sales (id, number, total, created_at) VALUES ('s4', 4, 1000, '2026-11-02T12:00:00.000Z');
  INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at) VALUES
    ('c4', 's4', 'REFERENCE4', 'cancelled', NULL, '${charge(4, { kind: 'cancelled' }, { operator: { name: 'Cata' } })}',
      '2026-11-02T12:00:00.000Z', '2026-11-02T12:01:00.000Z');`;
