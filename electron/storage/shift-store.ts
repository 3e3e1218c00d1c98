import { minor } from '../../shared/money';
import { countDraftSchema, type CountDraft } from '../../shared/shift/cash-count';
import { reconciliationSchema, type Reconciliation } from '../../shared/shift/reconciliation';
import {
  cashMovementSchema,
  shiftSchema,
  type CashMovement,
  type ClosedShift,
  type OpenShift,
  type Shift,
  type Takings,
  type Tally,
} from '../../shared/shift/shift';
import type { PrintJob, PrintJobStore } from '../printing/print-job';
import { atomically, valueOf, type Db, type Statement } from './open-database';
import { readJson } from './read-json';
import { REFUND_AMOUNT } from './refunded-sales';

/** Shifts, and the cash that went in and out of the drawer beside sales. Every write is on disk when the call returns. */
export interface ShiftStore {
  /** Of the next shift: one more than the last, whatever became of it. */
  nextNumber(): number;
  /** Opens it and forgets what was being counted. @throws when one is open already. */
  open(shift: OpenShift): void;
  /** null when none is open. @throws when it can't be read: nothing may be opened beside it. */
  current(): OpenShift | null;
  find(id: string): Shift | null;
  /** A count that was confirmed. What was being typed of it is forgotten. */
  confirm(shift: OpenShift): void;
  /** The figures, what Mercado Pago's list said, the Z slip and what `alsoWrite` writes, all or none. */
  close(
    shift: ClosedShift,
    reconciliation: Reconciliation | null,
    printJob: PrintJob | null,
    alsoWrite: () => void,
  ): void;
  /** The newest first. */
  closed(limit: number): readonly ClosedShift[];
  reconciliationOf(id: string): Reconciliation | null;
  putReconciliation(id: string, reconciliation: Reconciliation): void;
  /** The movement, its slip and what `alsoWrite` writes, all or none. */
  move(movement: CashMovement, printJob: PrintJob | null, alsoWrite: () => void): void;
  findMovement(id: string): CashMovement | null;
  /** Oldest first. */
  movementsOf(shiftId: string): readonly CashMovement[];
  /** Takes the number of the next copy for good and queues its paper. */
  reprint(what: 'shift' | 'movement', id: string, jobOf: (copy: number) => PrintJob): void;
  /** What customers paid and got back since it was opened, and until it was closed. */
  takingsOf(id: string): Takings;
  /** The charges that became a sale in it, and the payments of which something was given back in it. */
  moneyOf(id: string): {
    readonly checkoutIds: readonly string[];
    readonly refunded: readonly { readonly checkoutId: string; readonly paymentId: string }[];
  };
  readDraft(): CountDraft | null;
  writeDraft(draft: CountDraft | null): void;
}

/** Steps that turned a charge into a sale. One that was in doubt for a while is paid once. */
const SOLD = `
  SELECT DISTINCT st.checkout_id FROM shifts sh JOIN checkout_steps st
    ON st.seq > sh.after_checkout_step AND st.seq <= coalesce(sh.last_checkout_step, st.seq)
  WHERE sh.id = ? AND st.to_kind = 'paid' AND st.from_kind IS NOT 'paid'`;

const GIVEN_BACK = `
  SELECT DISTINCT st.refund_id FROM shifts sh JOIN refund_steps st
    ON st.seq > sh.after_refund_step AND st.seq <= coalesce(sh.last_refund_step, st.seq)
  WHERE sh.id = ? AND st.to_kind = 'approved' AND st.from_kind IS NOT 'approved'`;

const LAST_STEPS = `(SELECT coalesce(max(seq), 0) FROM checkout_steps), (SELECT coalesce(max(seq), 0) FROM refund_steps)`;

export function createShiftStore(db: Db, printJobs: Pick<PrintJobStore, 'insert'>): ShiftStore {
  const number = db.prepare('SELECT coalesce(max(number), 0) + 1 AS number FROM shifts');
  const insert = db.prepare(
    `INSERT INTO shifts (id, number, json, opened_at, copies, after_checkout_step, after_refund_step)
     VALUES (?, ?, ?, ?, 0, ${LAST_STEPS})`,
  );
  const open = db.prepare('SELECT json FROM shifts WHERE closed_at IS NULL');
  const byId = db.prepare('SELECT json FROM shifts WHERE id = ?');
  const closed = db.prepare('SELECT json FROM shifts WHERE closed_at IS NOT NULL ORDER BY number DESC LIMIT ?');
  const update = db.prepare('UPDATE shifts SET json = ? WHERE id = ? AND closed_at IS NULL');
  const setClosed = db.prepare(
    `UPDATE shifts SET closed_at = ?, json = ?, reconciliation = ?, (last_checkout_step, last_refund_step) = (SELECT ${LAST_STEPS})
     WHERE id = ? AND closed_at IS NULL`,
  );
  const reconciliation = db.prepare('SELECT reconciliation FROM shifts WHERE id = ?');
  const setReconciliation = db.prepare('UPDATE shifts SET reconciliation = ? WHERE id = ?');
  const insertMovement = db.prepare(
    `INSERT INTO cash_movements (id, shift_id, direction, amount, json, at, copies) VALUES (?, ?, ?, ?, ?, ?, 0)`,
  );
  const movement = db.prepare('SELECT json FROM cash_movements WHERE id = ?');
  const movements = db.prepare('SELECT json FROM cash_movements WHERE shift_id = ? ORDER BY rowid');
  const copies = {
    shift: db.prepare('UPDATE shifts SET copies = copies + 1 WHERE id = ? RETURNING copies'),
    movement: db.prepare('UPDATE cash_movements SET copies = copies + 1 WHERE id = ? RETURNING copies'),
  };
  const tendered = (kind: 'cash' | 'qr', sign: 1 | -1): Statement =>
    db.prepare(
      `SELECT count(*) AS count, coalesce(sum(${sign} * amount), 0) AS total FROM tenders
       WHERE shift_id = ? AND kind = '${kind}' AND ${sign} * amount > 0`,
    );
  const qrSales = tendered('qr', 1);
  const cashSales = tendered('cash', 1);
  const cashRefunds = tendered('cash', -1);
  const refunded = (sold: boolean): Statement =>
    db.prepare(
      `SELECT count(*) AS count, coalesce(sum(${REFUND_AMOUNT}), 0) AS total
       FROM (${GIVEN_BACK}) AS back JOIN refunds r ON r.id = back.refund_id LEFT JOIN checkouts c ON c.id = r.checkout_id
       WHERE (c.kind IS 'paid') = ${sold ? 1 : 0}`,
    );
  const qrRefunds = refunded(true);
  const qrReturned = refunded(false);
  const sold = db.prepare(`${SOLD} ORDER BY st.seq`);
  const paymentsGivenBack = db.prepare(
    `SELECT DISTINCT r.checkout_id, r.payment_id FROM (${GIVEN_BACK}) AS back JOIN refunds r ON r.id = back.refund_id
     WHERE r.checkout_id IS NOT NULL`,
  );
  const draft = db.prepare('SELECT json FROM count_draft WHERE id = 1');
  const putDraft = db.prepare(
    'INSERT INTO count_draft (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
  );
  const dropDraft = db.prepare('DELETE FROM count_draft');

  const tally = (statement: Statement, id: string): Tally => {
    const row = statement.get(id);
    return { count: Number(valueOf(row, 'count')), total: minor(Number(valueOf(row, 'total'))) };
  };
  const read = (row: unknown): Shift | null => readJson(shiftSchema, valueOf(row, 'json'));
  const readMovement = (row: unknown) => readJson(cashMovementSchema, valueOf(row, 'json'));

  return {
    nextNumber: () => Number(valueOf(number.get(), 'number')),
    open: (shift) => {
      atomically(db, () => {
        insert.run(shift.id, shift.number, JSON.stringify(shift), shift.opening.at);
        dropDraft.run();
      });
    },
    current: () => {
      const row = open.get();
      if (row === undefined) return null;
      const shift = read(row);
      if (shift?.kind !== 'open') throw new Error('the open shift can not be read');
      return shift;
    },
    find: (id) => read(byId.get(id)),
    confirm: (shift) => {
      atomically(db, () => {
        update.run(JSON.stringify(shift), shift.id);
        dropDraft.run();
      });
    },
    close: (shift, found, printJob, alsoWrite) => {
      atomically(db, () => {
        setClosed.run(shift.closing.at, JSON.stringify(shift), found && JSON.stringify(found), shift.id);
        dropDraft.run();
        if (printJob) printJobs.insert(printJob);
        alsoWrite();
      });
    },
    closed: (limit) =>
      closed.all(limit).flatMap((row) => {
        const shift = read(row);
        return shift?.kind === 'closed' ? [shift] : [];
      }),
    reconciliationOf: (id) => readJson(reconciliationSchema, valueOf(reconciliation.get(id), 'reconciliation')),
    putReconciliation: (id, found) => {
      setReconciliation.run(JSON.stringify(found), id);
    },
    move: (moved, printJob, alsoWrite) => {
      atomically(db, () => {
        const { id, shiftId, direction, amount, at } = moved;
        insertMovement.run(id, shiftId, direction, amount, JSON.stringify(moved), at);
        if (printJob) printJobs.insert(printJob);
        alsoWrite();
      });
    },
    findMovement: (id) => readMovement(movement.get(id)),
    movementsOf: (shiftId) => movements.all(shiftId).flatMap((row) => readMovement(row) ?? []),
    reprint: (what, id, jobOf) => {
      atomically(db, () => {
        const copy = Number(valueOf(copies[what].get(id), 'copies'));
        printJobs.insert(jobOf(copy));
      });
    },
    takingsOf: (id) => ({
      cashSales: tally(cashSales, id),
      cashRefunds: tally(cashRefunds, id),
      qrSales: tally(qrSales, id),
      qrRefunds: tally(qrRefunds, id),
      qrReturned: tally(qrReturned, id),
    }),
    moneyOf: (id) => ({
      checkoutIds: sold.all(id).map((row) => String(valueOf(row, 'checkout_id'))),
      refunded: paymentsGivenBack.all(id).map((row) => ({
        checkoutId: String(valueOf(row, 'checkout_id')),
        paymentId: String(valueOf(row, 'payment_id')),
      })),
    }),
    readDraft: () => readJson(countDraftSchema, valueOf(draft.get(), 'json')),
    writeDraft: (typed) => {
      if (typed) putDraft.run(JSON.stringify(typed));
      else dropDraft.run();
    },
  };
}
