import { tenderSchema, type Tender } from '../../shared/tender';
import { minor, type MinorUnits } from '../../shared/money';
import { valueOf, type Db } from './open-database';

/** A tender as it is booked; the shift is whichever is open then. */
export type NewTender = Omit<Tender, 'shiftId'>;

export interface TenderStore {
  /** Part of the transaction that makes it true: never on its own. */
  book(tender: NewTender): void;
  ofSale(saleId: string): readonly Tender[];
  /** What is left in the drawer of this sale's money. */
  cashLeftOf(saleId: string): MinorUnits;
}

/** @param currentShift the shift that is open now, if the store works with shifts */
export function createTenderStore(db: Db, currentShift: () => string | null = () => null): TenderStore {
  const insert = db.prepare(
    `INSERT INTO tenders (id, sale_id, shift_id, kind, amount, received, change_due, rounding, at, json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const bySale = db.prepare('SELECT * FROM tenders WHERE sale_id = ? ORDER BY rowid');
  const cashLeft = db.prepare(`SELECT total(amount) AS amount FROM tenders WHERE sale_id = ? AND kind = 'cash'`);
  return {
    book: ({ id, saleId, kind, amount, received, changeDue, rounding, at, facts }) => {
      const json = JSON.stringify(facts);
      insert.run(id, saleId, currentShift(), kind, amount, received, changeDue, rounding, at, json);
    },
    ofSale: (saleId) => bySale.all(saleId).map(tenderOf),
    cashLeftOf: (saleId) => minor(Number(valueOf(cashLeft.get(saleId), 'amount'))),
  };
}

function tenderOf(row: unknown): Tender {
  return tenderSchema.parse({
    id: valueOf(row, 'id'),
    saleId: valueOf(row, 'sale_id'),
    shiftId: valueOf(row, 'shift_id'),
    kind: valueOf(row, 'kind'),
    amount: valueOf(row, 'amount'),
    received: valueOf(row, 'received'),
    changeDue: valueOf(row, 'change_due'),
    rounding: valueOf(row, 'rounding'),
    at: valueOf(row, 'at'),
    facts: JSON.parse(String(valueOf(row, 'json'))) as unknown,
  });
}
