import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { printJobSchema, type PrintJob } from '../../../electron/printing/print-job';
import { valueOf } from '../../../electron/storage/open-database';
import { checkoutStateSchema, type CheckoutState } from '../../../shared/checkout/state';
import { refundStateSchema, type RefundState } from '../../../shared/refund/refund';

export interface StoredRows {
  /** Every attempt to charge, oldest first. */
  readonly checkouts: readonly CheckoutState[];
  readonly printJobs: readonly PrintJob[];
  /** Sales that were paid over the counter, by their sale. */
  readonly cashSales: readonly string[];
  readonly cashTenders: readonly { readonly saleId: string; readonly amount: number }[];
  readonly refunds: readonly RefundState[];
  /** Ids of the charges that a person is asked about ("Cobros para revisar"). */
  readonly inReview: readonly string[];
  /** What SQLite itself says of the file; `ok` when all is well. */
  readonly integrity: string;
}

/** What the disk holds of a till that runs. */
export function readRunning(dataDir: string): StoredRows {
  return read(join(dataDir, 'caja-qr.db'));
}

/**
 * What the disk holds of a till that is dead, read from a copy: opening its own files would tidy up what its next start
 * has to.
 */
export function readDead(dataDir: string): StoredRows {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-rows-'));
  try {
    for (const name of ['caja-qr.db', 'caja-qr.db-wal']) {
      if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
    }
    return read(join(folder, 'caja-qr.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string): StoredRows {
  const db = new Database(path);
  try {
    const jsons = (table: string): unknown[] =>
      db
        .prepare(`SELECT json FROM ${table} ORDER BY rowid`)
        .all()
        .map((row) => JSON.parse(String(valueOf(row, 'json'))) as unknown);
    return {
      checkouts: jsons('checkouts').map((json) => checkoutStateSchema.parse(json)),
      printJobs: jsons('print_jobs').map((json) => printJobSchema.parse(json)),
      cashSales: db
        .prepare('SELECT sale_id FROM cash_sales ORDER BY rowid')
        .all()
        .map((row) => String(valueOf(row, 'sale_id'))),
      cashTenders: db
        .prepare(`SELECT sale_id, amount FROM tenders WHERE kind = 'cash' ORDER BY rowid`)
        .all()
        .map((row) => ({ saleId: String(valueOf(row, 'sale_id')), amount: Number(valueOf(row, 'amount')) })),
      refunds: jsons('refunds').map((json) => refundStateSchema.parse(json)),
      inReview: db
        .prepare('SELECT id FROM checkouts WHERE review IS NOT NULL')
        .all()
        .map((row) => String(valueOf(row, 'id'))),
      integrity: String(valueOf(db.prepare('PRAGMA integrity_check').get(), 'integrity_check')),
    };
  } finally {
    db.close();
  }
}
