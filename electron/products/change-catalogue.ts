import { z } from 'zod';
import { fail, type Result } from '../../shared/errors';
import { auditEntrySchema } from '../../shared/people/audit';
import type { ProductImport } from '../../shared/product-file';
import { createAuditStore } from '../storage/audit-store';
import { openDatabase } from '../storage/open-database';
import { createProductImportStore } from '../storage/product-import-store';
import { isDiskFull } from '../storage/sqlite-error';

export const catalogueOrderSchema = z.object({
  database: z.string(),
  at: z.iso.datetime(),
  /** On whose word, as the log has it. */
  signed: auditEntrySchema.pick({ by: true, approvedBy: true }),
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

/** Applies a plan, or takes the last import back, in one transaction of a connection of its own, with its line in the log. */
export function changeCatalogue({ database, at, signed, change }: CatalogueOrder): Result<ProductImport> {
  const db = openDatabase(database);
  try {
    db.pragma('busy_timeout = 10000');
    const audit = createAuditStore(db);
    const act = change.kind === 'undo' ? 'importUndone' : 'productsImported';
    const store = createProductImportStore(
      db,
      () => new Date(at),
      ({ file }) => audit.append({ at, act, ...signed, facts: { note: file } }),
    );
    return change.kind === 'undo' ? store.undo() : store.apply(change.plan, change.planId, change.file, change.missing);
  } catch (error) {
    if (isDiskFull(error)) return fail({ code: 'diskFull' });
    throw error;
  } finally {
    db.close();
  }
}
