import { z } from 'zod';
import { fail, type Result } from '../../shared/errors';
import type { ProductImport } from '../../shared/product-file';
import { openDatabase } from '../storage/open-database';
import { createProductImportStore } from '../storage/product-import-store';
import { isDiskFull } from '../storage/sqlite-error';

export const catalogueOrderSchema = z.object({
  database: z.string(),
  at: z.iso.datetime(),
  change: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('apply'),
      plan: z.string(),
      planId: z.uuid(),
      file: z.string(),
      missing: z.enum(['keep', 'remove']),
    }),
    z.object({ kind: z.literal('undo') }),
  ]),
});
export type CatalogueOrder = z.infer<typeof catalogueOrderSchema>;

/** Applies a plan, or takes the last import back, in one transaction of a connection of its own. */
export function changeCatalogue({ database, at, change }: CatalogueOrder): Result<ProductImport> {
  const db = openDatabase(database);
  try {
    db.pragma('busy_timeout = 10000');
    const store = createProductImportStore(db, () => new Date(at));
    return change.kind === 'undo' ? store.undo() : store.apply(change.plan, change.planId, change.file, change.missing);
  } catch (error) {
    if (isDiskFull(error)) return fail({ code: 'diskFull' });
    throw error;
  } finally {
    db.close();
  }
}
