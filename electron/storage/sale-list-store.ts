import { z } from 'zod';
import type { SaleFilter, StateFilter, TenderFilter } from '../../shared/sales/sale-filter';
import { valueOf, type Db } from './open-database';
import { createSaleWords, SALE_WORDS } from './sale-words';

/** One charge, or one sale that was paid over the counter. */
export interface ListedSale {
  readonly seq: number;
  readonly kind: 'charge' | 'cash';
  readonly id: string;
}

/** A filter with its days as moments, ISO 8601 UTC; the end is not in it. */
export type ListFilter = Omit<SaleFilter, 'days'> & {
  readonly span: { readonly from: string; readonly to: string } | null;
};

export interface SaleListStore {
  /** Newest first, and only such as began before that one. One more than `limit` tells that there are more. */
  find(filter: ListFilter, before: number | null, limit: number): readonly ListedSale[];
  /** Resolves when a search by words finds its index made: at the first of many sales that would hold up everything else. */
  prepareSearch(): Promise<void>;
}

const rowSchema = z.object({ seq: z.int(), kind: z.enum(['charge', 'cash']), id: z.string() });

/** One way to find sales, as a part of a question that ends in the newest first. */
interface Lookup {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}

// Written out: SQLite takes the index of the unusual only where it sees that they are.
const states: Readonly<Record<StateFilter, string>> = {
  paid: `e.state = 'paid'`,
  refunded: `e.state <> 'paid' AND e.state IN ('partBack', 'allBack')`,
  review: `e.state <> 'paid' AND e.state = 'review'`,
  unpaid: `e.state <> 'paid' AND e.state IN ('unpaid', 'reviewed')`,
  open: `e.state <> 'paid' AND e.state = 'open'`,
};

const tenders: Readonly<Record<TenderFilter, string>> = {
  cash: 'e.cash > 0 AND e.qr = 0',
  qr: 'e.qr > 0 AND e.cash = 0',
  both: 'e.cash > 0 AND e.qr > 0',
};

/** Numbers that end alike are asked for one by one while they are few. */
const MOST_NUMBERS = 500;
const SHORTEST_PAYMENT = 6;
const SHORTEST_REFERENCE = 8;

export function createSaleListStore(db: Db): SaleListStore {
  const bounds = db.prepare('SELECT min(seq) AS first, max(seq) AS last FROM sale_entries WHERE at >= ? AND at < ?');
  const saleWords = createSaleWords(db);
  const lastNumber = db.prepare('SELECT coalesce(max(number), 0) AS number FROM sales');

  const ask = (lookup: Lookup, conditions: Lookup, limit: number): ListedSale[] =>
    db
      .prepare(
        `SELECT e.seq, e.kind, e.id FROM ${lookup.from} WHERE ${lookup.where} AND ${conditions.where}
         ORDER BY ${seqIn(lookup)} DESC LIMIT ?`,
      )
      .all(...lookup.values, ...conditions.values, limit)
      .map((row) => rowSchema.parse(row));

  return {
    find: (filter, before, limit) => {
      const span = filter.span && bounds.get(filter.span.from, filter.span.to);
      if (span && valueOf(span, 'first') === null) return [];
      const first = span ? Number(valueOf(span, 'first')) : 1;
      const last = Math.min(span ? Number(valueOf(span, 'last')) : Number.MAX_SAFE_INTEGER, (before ?? Infinity) - 1);
      const found = new Map<number, ListedSale>();
      for (const lookup of lookupsOf(filter, () => Number(valueOf(lastNumber.get(), 'number')))) {
        if (isByWords(lookup)) saleWords.takeUp();
        const conditions = conditionsOf(filter, lookup, first, last);
        for (const sale of ask(lookup, conditions, limit)) found.set(sale.seq, sale);
      }
      return [...found.values()].sort((one, other) => other.seq - one.seq).slice(0, limit);
    },
    // What went wrong goes wrong again when somebody searches, and is told then.
    prepareSearch: () => saleWords.prepare().catch(() => undefined),
  };
}

/** SQLite takes the newest of the words first only where it is asked for them by their own number. */
function isByWords({ from }: Pick<Lookup, 'from'>): boolean {
  return from.startsWith(SALE_WORDS);
}

function seqIn(lookup: Pick<Lookup, 'from'>): string {
  return isByWords(lookup) ? 'w.rowid' : 'e.seq';
}

function conditionsOf({ span, tender, state }: ListFilter, { from }: Lookup, first: number, last: number): Lookup {
  const seq = seqIn({ from });
  const parts: readonly Omit<Lookup, 'from'>[] = [
    { where: `${seq} BETWEEN ? AND ?`, values: [first, last] },
    ...(span ? [{ where: 'e.at >= ? AND e.at < ?', values: [span.from, span.to] }] : []),
    ...(tender ? [{ where: tenders[tender], values: [] }] : []),
    ...(state ? [{ where: states[state], values: [] }] : []),
  ];
  return { from, where: parts.map(({ where }) => where).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** Everything that a text may mean: whoever types knows which, and the till does not. */
function lookupsOf({ text, amount }: Pick<ListFilter, 'text' | 'amount'>, lastNumber: () => number): Lookup[] {
  // As the files that we write name payments.
  const wanted = text.trim().replace(/^#/, '');
  const all = 'sale_entries AS e';
  if (wanted === '') return [{ from: all, where: 'true', values: [] }];
  const words = wanted.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const lookups: Lookup[] = [];
  if (/^\d{1,12}$/.test(wanted)) lookups.push(byNumber(wanted, lastNumber()));
  if (amount !== null) lookups.push({ from: all, where: 'e.total = ?', values: [amount] });
  if (/^\d+$/.test(wanted) && wanted.length >= SHORTEST_PAYMENT) {
    const from = 'sale_payments AS p CROSS JOIN sale_entries AS e ON e.seq = p.seq';
    lookups.push({ from, where: 'p.payment_id >= ? AND p.payment_id < ?', values: [wanted, after(wanted)] });
  }
  if (/^[A-Za-z0-9]+$/.test(wanted) && wanted.length >= SHORTEST_REFERENCE) {
    const from = 'checkouts AS c CROSS JOIN sale_entries AS e ON e.id = c.id';
    lookups.push({ from, where: 'c.reference >= ? AND c.reference < ?', values: [wanted, after(wanted)] });
  }
  if (words.length > 0) {
    const from = `${SALE_WORDS} AS w CROSS JOIN sale_entries AS e ON e.seq = w.rowid`;
    lookups.push({ from, where: 'w.sale_words MATCH ?', values: [words.map((word) => `"${word}"*`).join(' ')] });
  }
  return lookups;
}

function byNumber(digits: string, last: number): Lookup {
  const step = 10 ** digits.length;
  const first = Number(digits);
  const many = Math.floor((last - first) / step) + 1;
  if (many > MOST_NUMBERS) {
    return { from: 'sale_entries AS e', where: 'e.number % ? = ?', values: [step, first] };
  }
  const numbers = Array.from({ length: Math.max(0, many) }, (_, index) => first + index * step);
  const from =
    'json_each(?) AS n CROSS JOIN sales AS s ON s.number = n.value CROSS JOIN sale_entries AS e ON e.sale_id = s.id';
  return { from, where: 'true', values: [JSON.stringify(numbers)] };
}

/** The first text that does not begin so. */
function after(text: string): string {
  return `${text}\uffff`;
}
