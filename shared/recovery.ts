import { z } from 'zod';

/**
 * Why the till's data can't be used. Nothing is sold then, and nothing of it is overwritten:
 * `missing` there was data and it is gone or empty · `notADatabase` something else stands in its place · `damaged` part of
 * it can't be read · `unreadable` the disk itself fails · `foreign` a database, but not this program's · `newer` written
 * by a newer version.
 */
export const dataFaultSchema = z.enum(['missing', 'notADatabase', 'damaged', 'unreadable', 'foreign', 'newer']);
export type DataFault = z.infer<typeof dataFaultSchema>;

/** A copy of the whole data, as the recovery screen lists it. */
export const backupChoiceSchema = z.object({
  /** The file's name; nothing else is ever taken from a window. */
  name: z.string().regex(/^caja-qr-[\d-]+\.db$/),
  madeAt: z.iso.datetime(),
  /** `waiting` while it is being read from end to end. Only a good one can be restored. */
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('good'), sales: z.int().nonnegative() }),
    z.object({ kind: z.literal('damaged') }),
  ]),
});
export type BackupChoice = z.infer<typeof backupChoiceSchema>;

/** What a person needs to decide how to go on. */
export const recoveryStateSchema = z.object({
  fault: dataFaultSchema,
  /** In English, for whoever is called for help. */
  detail: z.string().max(300),
  /** Newest first. */
  backups: z.array(backupChoiceSchema),
  /** The newest good one, as soon as it is known. */
  recommended: z.string().nullable(),
  /** Where what can't be used is kept. */
  keptIn: z.string(),
});
export type RecoveryState = z.infer<typeof recoveryStateSchema>;
