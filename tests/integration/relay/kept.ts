import Database from 'libsql';
import { join } from 'node:path';
import { z } from 'zod';

const rowSchema = z.object({ seq: z.number(), resource_id: z.string().nullable(), attempts: z.number() });
export type KeptNotice = z.infer<typeof rowSchema>;

/** What is in the store on the disk, by a connection of our own. */
export function kept(dataDir: string): KeptNotice[] {
  const db = new Database(join(dataDir, 'relay.db'));
  try {
    return z.array(rowSchema).parse(db.prepare('SELECT seq, resource_id, attempts FROM event ORDER BY seq').all());
  } finally {
    db.close();
  }
}

/** Another process that has begun to write and does not finish. Gives how it finishes. */
export function holdTheStore(dataDir: string): () => void {
  const db = new Database(join(dataDir, 'relay.db'));
  db.exec('BEGIN IMMEDIATE');
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}
