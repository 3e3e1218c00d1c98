import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Db } from '../../electron/storage/open-database';
import { anAttempt } from '../support/builders';

const names = ['Yerba mate', 'Alfajor', 'Agua con gas', 'Pan francés', 'Queso cremoso', 'Galletitas', 'Café molido'];
const people = ['Ana Quiroga', 'Beto', 'Carla'];
const FIRST_DAY = Date.UTC(2025, 10, 1);

/** A store's database after so many paid sales of three lines each, over a year, written as the till writes them. */
export function storeOfMany(sales: number): { readonly db: Db; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-bench-history-'));
  const db = openDatabase(join(folder, 'caja-qr.db'));
  const insertSale = db.prepare('INSERT INTO sales (id, number, total, created_at, paid_at) VALUES (?, ?, ?, ?, ?)');
  const insertCharge = db.prepare(
    `INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at, finished_at)
     VALUES (?, ?, ?, 'paid', NULL, ?, ?, ?, ?)`,
  );
  const insertTender = db.prepare(
    `INSERT INTO tenders (id, sale_id, shift_id, kind, amount, received, change_due, rounding, at, json)
     VALUES (?, ?, NULL, 'qr', ?, NULL, NULL, NULL, ?, ?)`,
  );
  db.exec('BEGIN');
  for (let number = 1; number <= sales; number += 1) {
    const at = new Date(FIRST_DAY + Math.floor((number / sales) * 364 * 86_400_000)).toISOString();
    const state = paidState(number, at);
    const { checkoutId, sale, reference } = state.attempt;
    insertSale.run(sale.id, number, sale.total, at, at);
    insertCharge.run(checkoutId, sale.id, reference, JSON.stringify(state), at, at, at);
    insertTender.run(`${checkoutId}-qr`, sale.id, sale.total, at, JSON.stringify({ checkoutId, reference }));
  }
  db.exec('COMMIT');
  return {
    db,
    remove: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function paidState(number: number, at: string) {
  const lines = [0, 1, 2].map((index) => {
    const total = 50_000 + ((number * 7919 + index * 104_729) % 900) * 100;
    const name = `${names[(number + index * 3) % names.length] ?? ''} ${(number * 31 + index) % 400}`;
    return { productId: name, name, unitPrice: total, unit: 'unit', quantity: 1000, total };
  });
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const attempt = {
    ...anAttempt(),
    checkoutId: idOf(number, 'c'),
    sale: { id: idOf(number, 'a'), number, lines, total },
    reference: `SUC001CAJA01T${String(number).padStart(12, '0')}`,
    operator: { id: idOf(number % people.length, 'b'), name: people[number % people.length] ?? '' },
    createdAt: at,
  };
  const payment = { id: String(113_000_000_000 + number), orderId: String(number), amount: total, givenBack: 0 };
  return {
    kind: 'paid',
    attempt,
    settlement: { orderIds: [payment.orderId], paymentIds: [payment.id], received: total },
    paidAt: at,
    ticket: { jobId: `${attempt.checkoutId}-1`, copy: 0, status: 'printed', trouble: null, asked: null },
    ledger: { payments: [payment], refunds: [], accepted: null },
  };
}

function idOf(number: number, kind: string): string {
  return `00000000-0000-4000-8000-${kind}${String(number).padStart(11, '0')}`;
}
