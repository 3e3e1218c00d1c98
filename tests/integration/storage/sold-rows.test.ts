import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database';
import { readSoldLines } from '../../../electron/storage/sold-rows';

const AT = '2026-11-01T10:00:00.000Z';
const span = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' };

/** A sale of one taxed line and one of which nobody said. */
const sale = (number: number, tax: number) => ({
  number,
  total: 1000,
  lines: [
    { productId: 'p1', name: 'Pan', unitPrice: 400, unit: 'unit', quantity: 1000, tax, total: 400 },
    { productId: null, name: 'Varios', unitPrice: 600, unit: 'unit', quantity: 1000, total: 600 },
  ],
});

it('every sold line tells the tax that it was sold with, however it was paid', () => {
  const db = openDatabase(':memory:');
  onTestFinished(() => {
    db.close();
  });
  const charge = JSON.stringify({ attempt: { sale: sale(1, 500), register: { name: 'Caja 1' } } });
  db.exec(`
    INSERT INTO sales (id, number, total, created_at, paid_at) VALUES
      ('s1', 1, 1000, '${AT}', '${AT}'), ('s2', 2, 1000, '${AT}', '${AT}');
    INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at)
      VALUES ('c1', 's1', 'REFERENCE1', 'paid', NULL, '${charge}', '${AT}', '${AT}');
    INSERT INTO cash_sales (sale_id, json, created_at)
      VALUES ('s2', '${JSON.stringify({ sale: sale(2, 0), by: 'Ana' })}', '${AT}');
    INSERT INTO tenders (id, sale_id, kind, amount, at, json) VALUES
      ('c1-qr', 's1', 'qr', 1000, '${AT}', '{"checkoutId":"c1"}'), ('s2', 's2', 'cash', 1000, '${AT}', '{}');`);
  const taxes = (isTaxed = true) => [...readSoldLines(db, span, { isTaxed })].map(({ number, tax }) => [number, tax]);
  expect(taxes()).toEqual([
    [1, 500],
    [1, null],
    [2, 0],
    [2, null],
  ]);
  // Where nobody asks, no record is read for it.
  expect(taxes(false)).toEqual([1, 1, 2, 2].map((number) => [number, null]));
  // A record that can't be read takes its taxes with it, and no line.
  db.exec("UPDATE checkouts SET json = '{'");
  expect(taxes()).toHaveLength(4);
});
