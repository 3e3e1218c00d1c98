import {
  storedCashRefundSchema,
  storedCashSaleSchema,
  type StoredCashRefund,
  type StoredCashSale,
} from '../../shared/cash/cash-sale';
import { minor } from '../../shared/money';
import type { PrintJob, PrintJobStore } from '../printing/print-job';
import { noteOfCashRefund } from '../people/audit-notes';
import { createAuditStore } from './audit-store';
import { atomically, valueOf, type Db } from './open-database';
import { readJson } from './read-json';
import type { TenderStore } from './tender-store';

/** Sales paid over the counter, and cash that went back. Every write is on disk when the call returns. */
export interface CashStore {
  /** The sale, its tender, its paper and what `alsoWrite` writes, all or none. Whatever was on the screen before is put away. */
  take(sale: StoredCashSale, printJob: PrintJob, alsoWrite?: () => void): void;
  /** The refund, its tender below zero and its slip, all or none. */
  giveBack(refund: StoredCashRefund, printJob: PrintJob): void;
  /** Another paper of it, or an answer about the last one. */
  updateSale(sale: StoredCashSale, printJob: PrintJob | null): void;
  updateRefund(refund: StoredCashRefund, printJob: PrintJob | null): void;
  findSale(saleId: string): StoredCashSale | null;
  findRefund(id: string): StoredCashRefund | null;
  refundsOf(saleId: string): readonly StoredCashRefund[];
  /** The newest that nobody has put away; null when there is none. */
  onScreen(): StoredCashSale | null;
  /** Rows that this program can't read: never dropped, a person must know. */
  unreadable(): number;
  finish(saleId: string, at: string): void;
}

export function createCashStore(
  db: Db,
  tenders: Pick<TenderStore, 'book'>,
  printJobs: Pick<PrintJobStore, 'insert'>,
): CashStore {
  const insertSale = db.prepare(
    `INSERT INTO sales (id, number, total, created_at, paid_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET total = excluded.total, paid_at = excluded.paid_at`,
  );
  const insert = db.prepare('INSERT INTO cash_sales (sale_id, json, created_at) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE cash_sales SET json = ? WHERE sale_id = ?');
  const setFinished = db.prepare('UPDATE cash_sales SET finished_at = ? WHERE sale_id = ? AND finished_at IS NULL');
  const putAway = db.prepare('UPDATE cash_sales SET finished_at = ? WHERE finished_at IS NULL');
  const byId = db.prepare('SELECT json FROM cash_sales WHERE sale_id = ?');
  const open = db.prepare('SELECT json FROM cash_sales WHERE finished_at IS NULL ORDER BY +rowid DESC');
  const audit = createAuditStore(db);
  const insertRefund = db.prepare('INSERT INTO cash_refunds (id, sale_id, json, created_at) VALUES (?, ?, ?, ?)');
  const updateRefund = db.prepare('UPDATE cash_refunds SET json = ? WHERE id = ?');
  const refundById = db.prepare('SELECT json FROM cash_refunds WHERE id = ?');
  const refundsBySale = db.prepare('SELECT json FROM cash_refunds WHERE sale_id = ? ORDER BY rowid');

  const readSale = (row: unknown) => readJson(storedCashSaleSchema, valueOf(row, 'json'));
  const readRefund = (row: unknown) => readJson(storedCashRefundSchema, valueOf(row, 'json'));

  return {
    take: (cashSale, printJob, alsoWrite) => {
      const { sale, due, rounding, received, change, paidAt } = cashSale;
      atomically(db, () => {
        insertSale.run(sale.id, sale.number, sale.total, paidAt, paidAt);
        putAway.run(paidAt);
        insert.run(sale.id, JSON.stringify(cashSale), paidAt);
        tenders.book({
          id: sale.id,
          saleId: sale.id,
          kind: 'cash',
          amount: due,
          received,
          changeDue: change,
          rounding,
          at: paidAt,
          facts: {},
        });
        printJobs.insert(printJob);
        alsoWrite?.();
      });
    },
    giveBack: (refund, printJob) => {
      const { id, saleId, amount, decision } = refund;
      atomically(db, () => {
        audit.append(noteOfCashRefund(refund));
        insertRefund.run(id, saleId, JSON.stringify(refund), decision.at);
        tenders.book({
          id,
          saleId,
          kind: 'cash',
          amount: minor(0 - amount),
          received: null,
          changeDue: null,
          rounding: null,
          at: decision.at,
          facts: { refundId: id },
        });
        printJobs.insert(printJob);
      });
    },
    updateSale: (cashSale, printJob) => {
      atomically(db, () => {
        update.run(JSON.stringify(cashSale), cashSale.sale.id);
        if (printJob) printJobs.insert(printJob);
      });
    },
    updateRefund: (refund, printJob) => {
      atomically(db, () => {
        updateRefund.run(JSON.stringify(refund), refund.id);
        if (printJob) printJobs.insert(printJob);
      });
    },
    findSale: (saleId) => readSale(byId.get(saleId)),
    findRefund: (id) => readRefund(refundById.get(id)),
    refundsOf: (saleId) => refundsBySale.all(saleId).flatMap((row) => readRefund(row) ?? []),
    onScreen: () => open.all().flatMap((row) => readSale(row) ?? [])[0] ?? null,
    unreadable: () => open.all().filter((row) => readSale(row) === null).length,
    finish: (saleId, at) => {
      setFinished.run(at, saleId);
    },
  };
}
