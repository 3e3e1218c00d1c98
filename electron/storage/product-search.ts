import { z } from 'zod';
import { foldText } from '../../shared/fold-text';
import type { Product } from '../../shared/sale';
import { productColumns, productRowSchema } from './catalogue-rows';
import { valueOf, type Db } from './open-database';

export interface ProductSearch {
  /**
   * Products whose name or code contains every word of the query, accents and case ignored; favourites first, then by name.
   * Of a word of one or two letters only the beginnings of words are looked at.
   */
  search(query: string, limit: number): Promise<readonly Product[]>;
  /** Makes ready for the first search. Nobody has to wait for it. */
  prepare(): void;
  /** This connection has changed the products. */
  changed(): void;
}

/** The whole catalogue as one text, in the order in which products are shown. */
interface Index {
  readonly text: string;
  /** Where each product's part of the text begins, and where the last one ends. */
  readonly starts: readonly number[];
  readonly seqs: readonly number[];
}

/** Between two of them the till does whatever else waits: a hundred thousand products take half a second. */
const CHUNK = 1_000;
const SHORTEST_INSIDE = 3;
/** Ends every product's text; nobody can type it into a search. */
const END = '\n';

const rowSchema = z.object({ seq: z.int(), name: z.string(), code: z.string().nullable() });

/**
 * Finds products in memory: from key to paint there is one frame, and the text indexes of SQLite took most of it for two
 * common words of a hundred thousand products, and twenty times as long to be kept up to date. Costs 60 bytes a product.
 */
export function createProductSearch(db: Db): ProductSearch {
  // In the order of products_favourite: the favourites, then the others, each by name.
  const chunkOf = db.prepare(
    `SELECT seq, name, code FROM products
     WHERE favourite = ? AND (name, seq) > (?, ?) ORDER BY name, seq LIMIT ${CHUNK}`,
  );
  const bySeq = db.prepare(`SELECT ${productColumns} FROM products p WHERE p.seq = ?`);
  const version = db.prepare('PRAGMA data_version');

  let index: Index | null = null;
  let building: Promise<void> | null = null;
  /** What the index was made from: our own changes and those of others. */
  let ourChanges = 0;
  let madeFrom = '';
  const now = () => `${ourChanges} ${String(valueOf(version.get(), 'data_version'))}`;

  const build = async (): Promise<void> => {
    const from = now();
    const texts: string[] = [];
    const starts: number[] = [];
    const seqs: number[] = [];
    let at = 0;
    for (const favourite of [1, 0]) {
      let [name, seq] = ['', -1];
      for (;;) {
        const rows = chunkOf.all(favourite, name, seq).map((row) => rowSchema.parse(row));
        for (const row of rows) {
          const text = `${foldText(row.name)} ${foldText(row.code ?? '')}`.replaceAll(END, ' ') + END;
          texts.push(text);
          starts.push(at);
          seqs.push(row.seq);
          at += text.length;
        }
        const last = rows.at(-1);
        if (!last || rows.length < CHUNK) break;
        [name, seq] = [last.name, last.seq];
        await new Promise(setImmediate);
        if (!db.open) return;
      }
    }
    index = { text: texts.join(''), starts: [...starts, at], seqs };
    madeFrom = from;
  };

  const refresh = (): void => {
    if (madeFrom === now()) return;
    if (building) return;
    building = build().finally(() => {
      building = null;
    });
    // Who waits for it hears why it failed; the next search tries again.
    building.catch(() => undefined);
  };

  return {
    prepare: refresh,
    search: async (query, limit) => {
      const words = foldText(query).split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      refresh();
      // One that is out of date serves until the next is made; a product that is gone by then is left out.
      if (!index) await building;
      if (!index) return [];
      return matches(index, words, limit).flatMap((seq) => {
        const row: unknown = bySeq.get(seq);
        return row === undefined ? [] : [productRowSchema.parse(row)];
      });
    },
    changed: () => {
      ourChanges++;
    },
  };
}

/**
 * The first products that have all the words. Each word is only looked for from where the others are: two common ones cost no
 * more than the rarer of them.
 */
function matches({ text, starts, seqs }: Index, words: readonly string[], limit: number): readonly number[] {
  const found: number[] = [];
  let place = 0;
  while (found.length < limit) {
    const start = starts[place] ?? text.length;
    // The furthest product that a word is next in: none before it has them all.
    let furthest = place;
    for (const word of words) {
      const at = next(text, word, start);
      if (at === -1) return found;
      furthest = placeOf(starts, at, furthest);
      if (furthest > place) break;
    }
    const seq = seqs[furthest];
    if (seq === undefined) return found;
    if (furthest === place) found.push(seq);
    place = furthest === place ? place + 1 : furthest;
  }
  return found;
}

/** The product, from one on, that this part of the text belongs to. */
function placeOf(starts: readonly number[], at: number, from: number): number {
  let [low, high] = [from, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the word is next: anywhere, or (when it is short) where a word begins with it. */
function next(text: string, word: string, from: number): number {
  let at = text.indexOf(word, from);
  if (Array.from(word).length >= SHORTEST_INSIDE) return at;
  while (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) at = text.indexOf(word, at + 1);
  return at;
}
