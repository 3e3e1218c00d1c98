import { setTimeout as sleep } from 'node:timers/promises';
import { askSpooler } from './ask-spooler';
import { lookAtQueue } from './look-at-queue';

const POLL_MS = 50;

/** Cancels jobs and sees them leave: `cancel` may be refused. Whether the queue holds none of them any more. */
export async function takeBack(queue: string, ids: readonly string[], ms: number): Promise<boolean> {
  if (ids.length === 0) return true;
  const until = performance.now() + ms;
  await askSpooler('cancel', ids, { ms });
  do {
    const { jobs } = await lookAtQueue(queue, ms);
    if (jobs !== null && !ids.some((id) => jobs.includes(id))) return true;
    await sleep(POLL_MS);
  } while (performance.now() < until);
  return false;
}
