import { strayPaymentSchema, type StrayPayment } from '../../shared/checkout/stray-payment';
import { atomically, valueOf, type Db } from './open-database';
import { readJson } from './read-json';

/** How far the payments of each caja have been looked through, and what was found that belongs to no charge. */
export interface LookBackStore {
  /** By the payment service's clock; null when this caja was never looked through. */
  until(registerId: string): Date | null;
  /** The cursor and what was found on the way are one transaction. */
  looked(registerId: string, until: Date, strays: readonly StrayPayment[]): void;
  findStray(paymentId: string): StrayPayment | null;
  /** Those that nobody has decided about, oldest first. */
  openStrays(): readonly StrayPayment[];
  putStray(stray: StrayPayment): void;
}

export function createLookBackStore(db: Db): LookBackStore {
  const getUntil = db.prepare('SELECT until FROM look_back WHERE register_id = ?');
  const putUntil = db.prepare(
    `INSERT INTO look_back (register_id, until) VALUES (?, ?)
     ON CONFLICT (register_id) DO UPDATE SET until = excluded.until`,
  );
  const getStray = db.prepare('SELECT json FROM stray_payments WHERE payment_id = ?');
  const open = db.prepare('SELECT json FROM stray_payments WHERE decided_at IS NULL ORDER BY rowid');
  const put = db.prepare(
    `INSERT INTO stray_payments (payment_id, json, found_at, decided_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (payment_id) DO UPDATE SET json = excluded.json, decided_at = excluded.decided_at`,
  );

  const read = (row: unknown): StrayPayment | null => readJson(strayPaymentSchema, valueOf(row, 'json'));
  const putStray = (stray: StrayPayment): void => {
    put.run(stray.paymentId, JSON.stringify(stray), stray.foundAt, stray.decision?.at ?? null);
  };

  return {
    until: (registerId) => {
      const text = valueOf(getUntil.get(registerId), 'until');
      return typeof text === 'string' ? new Date(text) : null;
    },
    looked: (registerId, until, strays) => {
      atomically(db, () => {
        for (const stray of strays) putStray(stray);
        putUntil.run(registerId, until.toISOString());
      });
    },
    findStray: (paymentId) => read(getStray.get(paymentId)),
    openStrays: () => open.all().flatMap((row) => read(row) ?? []),
    putStray,
  };
}
