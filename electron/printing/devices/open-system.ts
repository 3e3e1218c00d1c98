import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterTrouble } from '../../../shared/printer';
import { longestWaitMs, Patience } from '../patience';
import type { PrinterTimings } from '../printer-timings';
import { askSpooler, type SpoolerAnswer } from './ask-spooler';
import type { Opened } from './connection';
import { lookAtQueue } from './look-at-queue';
import { jobTitle, ownJobs } from './own-jobs';
import { endIn, jobIdOf } from './read-queue';
import { takeBack } from './take-back';

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
  const { stallMs } = limits;
  const notFree = await makeFree(queue, stallMs);
  if (notFree !== null) return { ok: false, trouble: notFree };
  let onItsWay: readonly string[] = [];
  let isWanted = true;

  async function write(bytes: Uint8Array, onTaken: (count: number) => void): Promise<PrinterTrouble | null> {
    if (bytes.length === 0) return null;
    // Should nobody be there any more to take it back, CUPS itself does, a little later.
    const expiry = ['-o', `job-cancel-after=${Math.ceil((longestWaitMs(limits) + 2 * stallMs) / 1000)}`];
    const answer = await askSpooler('lp', ['-d', queue, '-o', 'raw', ...expiry, '-t', jobTitle, '-'], {
      ms: stallMs,
      input: bytes,
    });
    const id = answer.code === 0 ? jobIdOf(queue, answer) : null;
    const refused = answer.absent ? 'notFound' : refusalIn(answer);
    if (id === null && refused !== null) return refused;
    // Whether it got far enough for the ticket to come out one day, nobody can say.
    onTaken(bytes.length);
    if (id === null) return (await takeBackUnknown()) ? (answer.code === null ? 'stalled' : 'unknown') : 'leftInQueue';
    onItsWay = [...onItsWay, id];
    return null;
  }

  async function drain(
    onWaiting: (trouble: PrinterTrouble | null) => void = () => undefined,
  ): Promise<PrinterTrouble | null> {
    if (onItsWay.length === 0) return null;
    const patience = new Patience(limits);
    while (isWanted && patience.leftMs > 0) {
      const { jobs, trouble, alert } = await lookAtQueue(queue, stallMs);
      // Where nothing can be seen, nothing is over either.
      if (jobs !== null && !onItsWay.some((id) => jobs.includes(id))) return endOf(patience.trouble);
      patience.look(trouble ?? alert);
      onWaiting(patience.trouble);
      await sleep(POLL_MS);
    }
    // What was not printed while somebody waited for it must not come out when nobody does.
    if (!(await takeBackAll())) return 'leftInQueue';
    return isWanted ? (patience.trouble ?? 'stalled') : 'programStopped';
  }

  /** `before` is why it had not come out when it was seen in the queue last. */
  async function endOf(before: PrinterTrouble | null): Promise<PrinterTrouble | null> {
    const ended = await askSpooler('lpstat', ['-l', '-W', 'completed', '-o', queue], { ms: stallMs });
    const ends = onItsWay.map((id) => endIn(id, ended));
    onItsWay = [];
    if (ends.every((end) => end === 'printed')) return null;
    // It left a queue that keeps no list. Without anything in its way that is as good as printed, and else it was thrown away.
    return ends.every((end) => end === 'printed' || end === 'untold') ? before : 'unknown';
  }

  function takeBackAll(): Promise<boolean> {
    const ids = onItsWay;
    onItsWay = [];
    return takeBack(queue, ids, stallMs);
  }

  /** A job whose name was not told. The queue was empty before, so where titles can't be read all that it holds is ours. */
  async function takeBackUnknown(): Promise<boolean> {
    const { jobs } = await lookAtQueue(queue, stallMs);
    if (jobs === null) return false;
    if (jobs.length === 0) return true;
    const own = (await ownJobs(queue, stallMs)) ?? jobs;
    const areGone = await takeBack(queue, own, stallMs);
    return areGone && jobs.every((id) => own.includes(id));
  }

  return {
    ok: true,
    connection: {
      twoWay: false,
      arrives: false,
      write,
      drain,
      takeBack: () => {
        isWanted = false;
      },
      onBytes: () => undefined,
      onLost: () => undefined,
      close: async () => {
        await takeBackAll();
      },
    },
  };
}

/**
 * Why the queue can't have a ticket now. What this till left in it, when it was ended while a ticket waited, is taken back: a
 * person is asked about that ticket already.
 */
async function makeFree(queue: string, ms: number): Promise<PrinterTrouble | null> {
  const { trouble, alert, jobs } = await lookAtQueue(queue, ms);
  if (jobs === null || jobs.length === 0) return trouble;
  const own = (await ownJobs(queue, ms)) ?? [];
  if (!(await takeBack(queue, own, ms))) return 'leftInQueue';
  return trouble ?? (jobs.every((id) => own.includes(id)) ? null : (alert ?? 'queueBusy'));
}

function refusalIn({ errors }: SpoolerAnswer): PrinterTrouble | null {
  return refusals.find(([words]) => words.test(errors))?.[1] ?? null;
}
