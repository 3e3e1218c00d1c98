import { askSpooler } from './ask-spooler';
import { readQueue, type QueueState } from './read-queue';

/** What the spooler says of a queue of the operating system and of the jobs in it. */
export async function lookAtQueue(queue: string, ms: number): Promise<QueueState> {
  return readQueue(queue, await askSpooler('lpstat', ['-l', '-p', queue, '-a', queue, '-o', queue], { ms }));
}
