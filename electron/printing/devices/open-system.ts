import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterTrouble } from '../../../shared/printer';
import type { PrinterTimings } from '../printer-timings';
import { askSpooler, type SpoolerAnswer } from './ask-spooler';
import type { Opened } from './connection';
import { lookAtQueue } from './look-at-queue';
import { jobIdOf, wasDropped } from './read-queue';

type Limits = Pick<PrinterTimings, 'stallMs' | 'fenceMs' | 'rescueMs'>;

const POLL_MS = 150;

/** What `lp` says when it has refused the job: nothing of it will ever be printed. */
const refusals: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/does not exist/, 'notFound'],
  [/not accepting/, 'queueStopped'],
  [/not allowed|forbidden|unauthorized/i, 'noPermission'],
];

/**
 * A queue of the operating system, by the programs of CUPS. A queue takes tickets while its printer is off and prints
 * them hours later, so it gets the next one only when it is empty, and what it does not print in time is taken back. It
 * is asked whether it passed the job on, which is no proof of paper.
 */
export async function openSystem(queue: string, limits: Limits): Promise<Opened> {
  const before = await lookAtQueue(queue, limits.stallMs);
  const trouble = before.trouble ?? (before.jobs.length > 0 ? (before.alert ?? 'queueBusy') : null);
  if (trouble !== null) return { ok: false, trouble };
  let onItsWay: string[] = [];

  async function write(bytes: Uint8Array, onTaken: (count: number) => void): Promise<PrinterTrouble | null> {
    if (bytes.length === 0) return null;
    const title = ['-t', 'Caja QR'];
    const answer = await askSpooler('lp', ['-d', queue, '-o', 'raw', ...title, '-'], {
      ms: limits.stallMs,
      input: bytes,
    });
    const id = answer.code === 0 ? jobIdOf(answer) : null;
    const refused = answer.absent ? 'notFound' : refusalIn(answer);
    if (id === null && refused !== null) return refused;
    // Whether it got far enough for the ticket to come out one day, nobody can say.
    onTaken(bytes.length);
    if (id === null) return answer.code === null ? 'stalled' : 'unknown';
    onItsWay.push(id);
    return null;
  }

  async function drain(
    onWaiting: (trouble: PrinterTrouble | null) => void = () => undefined,
  ): Promise<PrinterTrouble | null> {
    if (onItsWay.length === 0) return null;
    let trouble: PrinterTrouble | null = null;
    let until = performance.now() + limits.fenceMs;
    while (performance.now() < until) {
      const now = await lookAtQueue(queue, limits.stallMs);
      const left = onItsWay.filter((id) => now.jobs.includes(id));
      // Where nothing can be seen, nothing is over either.
      if (now.trouble !== 'notFound' && now.trouble !== 'stalled' && left.length === 0) return endOf(onItsWay);
      // A person may be putting paper in: the printer goes on from where it stopped.
      const cause = now.trouble ?? now.alert;
      if (cause !== null && trouble === null) until = performance.now() + limits.rescueMs;
      if (cause === null && trouble !== null) until = performance.now() + limits.fenceMs;
      trouble = cause;
      onWaiting(trouble);
      await sleep(POLL_MS);
    }
    await takeBack();
    return trouble ?? 'stalled';
  }

  async function endOf(ids: readonly string[]): Promise<PrinterTrouble | null> {
    const ended = await askSpooler('lpstat', ['-l', '-W', 'completed', '-o', queue], { ms: limits.stallMs });
    onItsWay = [];
    return ids.some((id) => wasDropped(id, ended)) ? 'unknown' : null;
  }

  /** What was not printed while somebody waited for it must not come out when nobody does. */
  async function takeBack(): Promise<void> {
    for (const id of onItsWay) await askSpooler('cancel', [id], { ms: limits.stallMs });
    onItsWay = [];
  }

  return {
    ok: true,
    connection: {
      twoWay: false,
      arrives: false,
      write,
      drain,
      onBytes: () => undefined,
      onLost: () => undefined,
      close: () => Promise.resolve(),
    },
  };
}

function refusalIn({ errors }: SpoolerAnswer): PrinterTrouble | null {
  return refusals.find(([words]) => words.test(errors))?.[1] ?? null;
}
