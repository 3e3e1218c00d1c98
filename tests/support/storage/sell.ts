import { createCheckoutStore } from '../../../electron/storage/checkout-store';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import type { Db } from '../../../electron/storage/open-database';
import { begin } from '../../../shared/checkout/machine';
import { anAttempt, AT } from '../builders';

/** Stores the sales with these numbers, as the till does when it begins to charge them. */
export function sell(db: Db, ...numbers: readonly number[]): void {
  const checkouts = createCheckoutStore(
    db,
    createPrintJobStore(db, () => new Date(AT)),
  );
  for (const number of numbers) {
    const { sale } = anAttempt();
    const { state } = begin(
      anAttempt({
        checkoutId: uuidOf(number, 'c'),
        sale: { ...sale, id: uuidOf(number, 'a'), number },
        reference: `SUC001CAJA01T${String(number).padStart(8, '0')}`,
      }),
    );
    checkouts.commit({ at: AT, event: { kind: 'begun' }, from: null, to: state, printJob: null });
  }
}

/** The numbers of all stored sales, in order. */
export function soldIn(db: Db): number[] {
  return db
    .prepare('SELECT number FROM sales ORDER BY number')
    .all()
    .map((row) => Number((row as { readonly number: unknown }).number));
}

/** `1, 2, … count`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function uuidOf(number: number, kind: string): string {
  return `00000000-0000-4000-8000-${kind}${String(number).padStart(11, '0')}`;
}
