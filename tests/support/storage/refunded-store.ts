import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeReport } from '../../../electron/reports/make-report';
import { openDatabase } from '../../../electron/storage/open-database';
import { createShiftStore } from '../../../electron/storage/shift-store';
import { minor } from '../../../shared/money';
import { emptyCount } from '../../../shared/shift/cash-count';

const noon = (day: string): string => `${day}T12:00:00.000Z`;

interface Sold {
  /** What its lines cost. */
  readonly lines: readonly number[];
  readonly cash?: number;
  /** What was paid beyond it. */
  readonly surplus?: number;
}

/** A disk with sales by QR, each on one day of UTC, of lines `line 0`, `line 1`… of which money went back. */
export function aRefundedStore() {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-refunds-'));
  const database = join(folder, 'caja-qr.db');
  const db = openDatabase(database);
  // The connections that read it are still there when it closes, until they are collected: nothing to wait for.
  db.pragma('busy_timeout = 0');
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  return {
    sell: (day: string, { lines, cash = 0, surplus = 0 }: Sold): string => {
      const at = noon(day);
      const number = ++count;
      const id = `charge-${number}`;
      const total = lines.reduce((sum, line) => sum + line, 0);
      const sale = {
        number,
        total,
        lines: lines.map((line, index) => ({
          productId: null,
          name: `line ${index}`,
          unitPrice: line,
          unit: 'unit',
          quantity: 1000,
          total: line,
        })),
      };
      const payments = [{ id: `p${number}`, amount: total - cash + surplus, givenBack: 0 }];
      const json = {
        attempt: { sale, register: { name: 'Caja 1' }, ...(cash > 0 && { cash }) },
        ledger: { payments, refunds: [] },
      };
      db.prepare('INSERT INTO sales (id, number, total, created_at, paid_at) VALUES (?, ?, ?, ?, ?)').run(
        `sale-${number}`,
        number,
        total,
        at,
        at,
      );
      db.prepare(
        `INSERT INTO checkouts (id, sale_id, reference, kind, review, json, created_at, updated_at)
         VALUES (?, ?, ?, 'paid', NULL, ?, ?, ?)`,
      ).run(id, `sale-${number}`, `R${number}`, JSON.stringify(json), at, at);
      const tender = db.prepare('INSERT INTO tenders (id, sale_id, kind, amount, at, json) VALUES (?, ?, ?, ?, ?, ?)');
      const facts = JSON.stringify({ checkoutId: id });
      tender.run(`${id}-qr`, `sale-${number}`, 'qr', total - cash, at, facts);
      if (cash > 0) tender.run(`${id}-cash`, `sale-${number}`, 'cash', cash, at, facts);
      return id;
    },
    /** What Mercado Pago approved that day. */
    qrBack: (day: string, charge: string, refund: unknown): string => {
      const id = `refund-${++count}`;
      const at = noon(day);
      db.prepare(
        `INSERT INTO refunds (id, checkout_id, payment_id, kind, json, created_at, updated_at)
         VALUES (?, ?, 'p', 'approved', ?, ?, ?)`,
      ).run(id, charge, typeof refund === 'string' ? refund : JSON.stringify({ refund }), at, at);
      db.prepare(
        `INSERT INTO refund_steps (refund_id, at, event, from_kind, to_kind) VALUES (?, ?, '{}', 'requested', 'approved')`,
      ).run(id, at);
      return id;
    },
    cashBack: (day: string, charge: string, amount: number, lines: readonly number[] = []): void => {
      const id = `cash-${++count}`;
      const sale = charge.replace('charge', 'sale');
      const at = noon(day);
      db.prepare('INSERT INTO cash_refunds (id, sale_id, json, created_at) VALUES (?, ?, ?, ?)').run(
        id,
        sale,
        JSON.stringify({ lines }),
        at,
      );
      db.prepare('INSERT INTO tenders (id, sale_id, kind, amount, at, json) VALUES (?, ?, ?, ?, ?, ?)').run(
        id,
        sale,
        'cash',
        -amount,
        at,
        '{}',
      );
    },
    /** In Mercado Pago's own panel, all of it. */
    backElsewhere: (charge: string): void => {
      db.prepare(
        `UPDATE checkouts SET json =
           json_set(json, '$.ledger.payments[0].givenBack', json ->> '$.ledger.payments[0].amount') WHERE id = ?`,
      ).run(charge);
    },
    /** Opens a shift, and tells what it has taken since then. */
    openShift: () => {
      const shifts = createShiftStore(db, { insert: () => undefined });
      const opening = { at: noon('2026-11-01'), by: 'Ana', count: emptyCount, float: minor(0) };
      shifts.open({ kind: 'open', id: 'shift', number: 1, opening, counts: [] });
      return () => shifts.takingsOf('shift');
    },
    report: (from: string, to = from) => makeReport({ database, days: { from, to }, timeZone: 'UTC' }),
  };
}
