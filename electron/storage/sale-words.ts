import { setTimeout as sleep } from 'node:timers/promises';
import { valueOf, type Db } from './open-database';

export interface SaleWords {
  /** Takes up what was sold since the last time. The list's own search waits for it. */
  takeUp(): void;
  /** The same, a few at a time. */
  prepare(): Promise<void>;
}

/** As a lookup of the list names it. Its rowid is the entry's `seq`. */
export const SALE_WORDS = 'words.sale_words';

/** Sales at once; between two of them the till does whatever else waits. */
const CHUNK = 500;
const PAUSE_MS = 10;

/**
 * The words of the products of each sale and of who sold them, in memory: no sale is refused because an index on the disk
 * is damaged, and none waits for it. Nothing of it ever changes, so what is new is what comes after the last. A program that
 * starts makes it anew: 7 ms for a thousand sales.
 */
export function createSaleWords(db: Db): SaleWords {
  if (!isAttached(db)) {
    db.exec(`
      ATTACH ':memory:' AS words;
      CREATE VIRTUAL TABLE ${SALE_WORDS} USING fts5 (
        words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
      );`);
  }
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM sale_entries');
  const taken = db.prepare(`SELECT coalesce(max(id), 0) AS seq FROM ${SALE_WORDS}_docsize`);
  const take = db.prepare(`
    INSERT INTO ${SALE_WORDS} (rowid, words)
      SELECT e.seq, e.by || ' ' || coalesce(
        (SELECT group_concat(l.name, ' ') FROM sale_lines AS l WHERE l.seq = e.seq), ''
      ) FROM sale_entries AS e WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq`);

  const seqOf = (row: unknown): number => Number(valueOf(row, 'seq'));
  const takeSome = (most: number): boolean => {
    const [from, to] = [seqOf(taken.get()), seqOf(newest.get())];
    if (from < to) take.run(from, Math.min(to, from + most));
    return from + most < to;
  };

  let preparing: Promise<void> | null = null;
  const prepare = async (): Promise<void> => {
    while (db.open && takeSome(CHUNK)) await sleep(PAUSE_MS, undefined, { ref: false });
  };

  return {
    takeUp: () => {
      takeSome(Number.MAX_SAFE_INTEGER);
    },
    prepare: () => {
      preparing ??= prepare().finally(() => {
        preparing = null;
      });
      return preparing;
    },
  };
}

function isAttached(db: Db): boolean {
  return db.prepare("SELECT 1 FROM pragma_database_list WHERE name = 'words'").get() !== undefined;
}
