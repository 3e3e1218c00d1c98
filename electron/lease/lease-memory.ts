import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { leaseStatusSchema } from '../../shared/lease';
import type { RegisterLeaseOptions } from './register-lease';

const keptSchema = z.object({ pairing: z.string(), lease: leaseStatusSchema });

/** Keeps in the data folder that the caja of this pairing is elsewhere. Another pairing finds nothing. */
export function leaseMemoryIn(dataDir: string, pairingCode: string): NonNullable<RegisterLeaseOptions['memory']> {
  const file = join(dataDir, 'lease.json');
  const pairing = createHash('sha256').update(pairingCode).digest('base64url');
  return {
    load() {
      try {
        const kept = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
        return kept.pairing === pairing && kept.lease.state === 'elsewhere' ? kept.lease : null;
      } catch {
        // None was kept, or what was kept is damaged: then the relay says it again.
        return null;
      }
    },
    save(lease) {
      if (lease === null) {
        rmSync(file, { force: true });
        return;
      }
      const draft = `${file}.${String(process.pid)}`;
      writeFileSync(draft, JSON.stringify({ pairing, lease } satisfies z.infer<typeof keptSchema>), { flush: true });
      renameSync(draft, file);
    },
  };
}
