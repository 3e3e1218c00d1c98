import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { askSpooler } from './ask-spooler';

/** By its title the till knows a job again after it was ended while the job waited. Tills of other computers have another. */
export const jobTitle = `Caja QR ${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}`;

const ownLine = new RegExp(`\\s(\\d+)\\s+${jobTitle}\\s`);

/**
 * The jobs of a queue that this till gave it; null where that can't be told. Only `lpq` tells titles, and some systems have
 * it in a package of its own.
 */
export async function ownJobs(queue: string, ms: number): Promise<readonly string[] | null> {
  const { code, out } = await askSpooler('lpq', ['-P', queue], { ms });
  if (code !== 0) return null;
  return out.split('\n').flatMap((line) => {
    const id = ownLine.exec(line)?.[1];
    return id === undefined ? [] : [`${queue}-${id}`];
  });
}
