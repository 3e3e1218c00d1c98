import { z } from 'zod';
import { currencySchema } from '../../shared/country';
import { writeWholeSync } from '../files/write-whole';
import { readCatalogueRows } from '../storage/catalogue-rows';
import { openToRead } from '../storage/open-database';
import { productFileWordsSchema, writeProducts } from './write-products';

export const exportOrderSchema = z.object({
  database: z.string(),
  path: z.string(),
  currency: currencySchema,
  words: productFileWordsSchema,
});
export type ExportOrder = z.infer<typeof exportOrderSchema>;

/** Writes the catalogue to a file. False when it can't be written there. */
export function exportProducts({ database, path, currency, words }: ExportOrder): boolean {
  const db = openToRead(database);
  try {
    const text = writeProducts(readCatalogueRows(db), currency, words);
    return writeWholeSync(path, [text]);
  } finally {
    db.close();
  }
}
