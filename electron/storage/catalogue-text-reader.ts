import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { linesOfCatalogue, type CatalogueText } from '../../shared/catalogue-text';
import { productColumns, productRowSchema } from './catalogue-rows';
import { valueOf, type Db } from './open-database';

export interface CatalogueTextReader {
  /** The catalogue as text, or null when it is still what `version` was. */
  read(version: string | null): Promise<CatalogueText | null>;
  /** This connection has changed the products. */
  changed(): void;
}

/** Between two of them the till does whatever else waits: a hundred thousand products take a second. */
const CHUNK = 1_000;

const keySchema = z.object({ seq: z.int(), name: z.string() });

/** Reads the catalogue for the window, which searches in it. Nothing of it stays in memory here. */
export function createCatalogueTextReader(db: Db): CatalogueTextReader {
  // In the order of products_favourite: the favourites, then the others, each by name.
  const chunkOf = db.prepare(
    `SELECT p.seq, ${productColumns} FROM products p
     WHERE favourite = ? AND (name, seq) > (?, ?) ORDER BY name, seq LIMIT ${CHUNK}`,
  );
  const dataVersion = db.prepare('PRAGMA data_version');
  const opening = randomUUID().slice(0, 8);
  /** Our own changes, which the pragma does not count, and those of others: each since this opening. */
  let ourChanges = 0;
  const now = () => `${opening} ${ourChanges} ${String(valueOf(dataVersion.get(), 'data_version'))}`;

  const build = async (version: string): Promise<CatalogueText> => {
    let [words, products] = ['', ''];
    for (const favourite of [1, 0]) {
      let [name, seq] = ['', -1];
      for (;;) {
        const rows = chunkOf.all(favourite, name, seq);
        const lines = linesOfCatalogue(rows.map((row) => productRowSchema.parse(row)));
        words += lines.words;
        products += lines.products;
        const last = rows.at(-1);
        if (last === undefined || rows.length < CHUNK) break;
        ({ name, seq } = keySchema.parse(last));
        await new Promise(setImmediate);
        if (!db.open) throw new Error('The database was closed while the catalogue was read.');
      }
    }
    return { version, words, products };
  };

  return {
    read: async (version) => {
      const current = now();
      return version === current ? null : build(current);
    },
    changed: () => {
      ourChanges++;
    },
  };
}
