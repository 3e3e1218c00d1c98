import { createCheckoutStore } from '../../electron/storage/checkout-store';
import { createPrintJobStore } from '../../electron/storage/print-job-store';
import type { Db } from '../../electron/storage/open-database';
import { createSaleListStore, type ListFilter } from '../../electron/storage/sale-list-store';
import { minor } from '../../shared/money';
import { storeOfMany } from './many-sales';
import type { Comparison } from './statistics';

const MANY = 200_000;
const FEW = 2_000;
const TIMES = 20;
const SHOWN = 40;

const everything: ListFilter = { text: '', amount: null, span: null, tender: null, state: null };
const DAY = { from: '2026-03-01T03:00:00.000Z', to: '2026-03-02T03:00:00.000Z' };

/** What costs about the same however many there are; `number` is one that exists in either store. */
const direct: Readonly<Record<string, (number: number) => ListFilter>> = {
  opened: () => everything,
  'searched by number': (number) => ({ ...everything, text: String(number), amount: minor(number * 100) }),
  'searched by payment': (number) => ({ ...everything, text: String(113_000_000_000 + number) }),
  'narrowed to a day': () => ({ ...everything, span: DAY, tender: 'qr' }),
  'narrowed to what is rare': () => ({ ...everything, state: 'review' }),
};

/** Words grow with the sales that have them: they are measured beside reading through every line. */
const byWords: Readonly<Record<string, (number: number) => ListFilter>> = {
  'searched by product': (number) => ({ ...everything, text: `yerba ${number % 400}` }),
  'searched by cashier': () => ({ ...everything, text: 'quiroga' }),
};

/** The list of sales as the window asks for it, after a year of them, from a till that has made ready for it. */
export function measureHistory(): Comparison[] {
  const many = storeOfMany(MANY);
  const few = storeOfMany(FEW);
  for (const { db } of [many, few]) createSaleListStore(db).find({ ...everything, text: 'ready' }, null, 1);
  const besideFew = (filter: ListFilter) => timeOf(few.db, filter);
  const besideReading = () => timeOfReading(many.db);
  const compare = (
    searches: typeof direct,
    { beside, aim, measure }: { beside: string; aim: number; measure: (filter: ListFilter) => number },
  ): Comparison[] =>
    Object.entries(searches).map(([what, filterOf]) => {
      const pairs = Array.from({ length: TIMES }, (_, time) => filterOf(100 + time * 61)).map((filter) => ({
        ours: timeOf(many.db, filter),
        theirs: measure(filter),
      }));
      const ours = pairs.map((pair) => pair.ours);
      return {
        name: `history of ${MANY} sales ${what}`,
        beside,
        unit: 'ms',
        aim,
        ours,
        theirs: pairs.map((pair) => pair.theirs),
      };
    });
  try {
    return [
      ...compare(direct, { beside: `the same with ${FEW}`, aim: 10, measure: besideFew }),
      ...compare(byWords, { beside: 'reading every line', aim: 0.5, measure: besideReading }),
    ];
  } finally {
    many.remove();
    few.remove();
  }
}

/** Milliseconds until the page's records are read. */
function timeOf(db: Db, filter: ListFilter): number {
  const list = createSaleListStore(db);
  const checkouts = createCheckoutStore(
    db,
    createPrintJobStore(db, () => new Date()),
  );
  const startedAt = performance.now();
  for (const { id } of list.find(filter, null, SHOWN + 1)) checkouts.find(id);
  return performance.now() - startedAt;
}

/** What a search without an index of words does. */
function timeOfReading(db: Db): number {
  const startedAt = performance.now();
  db.prepare("SELECT count(*) FROM sale_lines WHERE name LIKE '%yerba%'").get();
  return performance.now() - startedAt;
}
