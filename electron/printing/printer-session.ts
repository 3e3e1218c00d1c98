import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Confirmation, PrinterStatus, PrinterTrouble, PrintOutcome } from '../../shared/printer';
import type { Connection } from './devices/connection';
import { FLUSH } from './encode-recovery';
import { EndMarks, type EndMarkMemory } from './end-marks';
import { Patience } from './patience';
import type { PrinterTimings } from './printer-timings';
import { listenToStatus } from './status-listener';

/** What is remembered of a printer from one job to the next; null is "not known yet". */
export interface PrinterMemory extends EndMarkMemory {
  /** It answers status requests: then its silence means something. */
  answersStatus: boolean | null;
  /** The job before may still be on its way, or stand half-way. */
  unsettled: boolean;
  /** Nothing half-sent can be in its way any more. */
  flushed: boolean;
}

export function newPrinterMemory(): PrinterMemory {
  return { answersStatus: null, confirmation: null, owedFences: 0, unsettled: false, flushed: false };
}

/** How a job is going, for whoever waits. `trouble` is why a ticket is stuck half out. */
export interface Progress {
  readonly bytesSent: number;
  readonly trouble: PrinterTrouble | null;
}

const statusRequest = (n: 1 | 2 | 4) => Uint8Array.of(0x10, 0x04, n);
/** A printer that answers again may first have to answer what it still owes. */
const CATCHING_UP_SHARE = 4;
/** Two answers that the printer had ready arrive together; this is long enough to tell that there is no second. */
const QUIET_MS = 150;
const TICK_MS = 5;
/** A printer that was silent before is asked again, but not waited for as long. */
const SILENT_SHARE = 5;

/** One open printer: ask how it is, print one job, close. */
export class PrinterSession {
  private lost: PrinterTrouble | null = null;
  private readonly marks: EndMarks;
  /** A question is not even taken: a printer that takes no three bytes takes no ticket. */
  private asking = false;
  private answerTo: ((status: number | null) => void) | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly memory: PrinterMemory,
    private readonly timings: PrinterTimings,
    onConfirmation: (confirmation: Confirmation | null) => void = () => undefined,
  ) {
    this.marks = new EndMarks(memory, (confirmation) => {
      memory.confirmation = confirmation;
      onConfirmation(confirmation);
    });
    connection.onBytes(
      listenToStatus((answer) => {
        if (answer.kind === 'status') this.answerTo?.(answer.byte);
        else this.marks.hear(answer);
      }),
    );
    connection.onLost((trouble) => this.lose(trouble));
  }

  /** Asks with `DLE EOT`, which printers answer at once even when they can't print. Prints nothing. */
  async status(): Promise<PrinterStatus> {
    if (!this.connection.twoWay) return { state: 'ready', paperLow: false, answersStatus: false };
    const general = await this.ask(1);
    if (this.lost !== null) return { state: 'trouble', trouble: this.lost };
    if (this.asking) return { state: 'trouble', trouble: 'stalled' };
    if (general === null) {
      if (this.memory.answersStatus === true) return { state: 'trouble', trouble: 'offline' };
      this.memory.answersStatus = false;
      return { state: 'unknown' };
    }
    this.memory.answersStatus = true;
    const cause = (await this.ask(2)) ?? 0;
    const paper = (await this.ask(4)) ?? 0;
    const trouble = troubleIn(general, cause, paper);
    if (trouble !== null) return { state: 'trouble', trouble };
    return { state: 'ready', paperLow: (paper & 0x0c) !== 0, answersStatus: true };
  }

  /** Lets the printer catch up with earlier jobs. `stalled`: it is still at one of them. */
  async settle(): Promise<PrinterTrouble | null> {
    const { memory, marks, timings } = this;
    const { confirmation } = memory;
    const owes = memory.owedFences > 0 && confirmation !== 'processId';
    if (confirmation === 'nothing' || !this.connection.twoWay || !(memory.unsettled || owes)) return null;
    // Whatever was cut off would swallow the question too.
    const stop = (memory.flushed ? null : await this.put(FLUSH)) ?? (await this.put(marks.next()));
    if (stop !== null) return stop;
    memory.flushed = true;
    if (!(await this.waitFor(() => marks.heard, timings.answerMs))) {
      return this.lost ?? (memory.confirmation === null ? null : 'stalled');
    }
    // Ids can't be mistaken for earlier ones, fences can.
    const caughtUp = () => marks.complete || (marks.passed && memory.confirmation === 'processId');
    const answered = await this.waitFor(caughtUp, CATCHING_UP_SHARE * timings.answerMs);
    if (!answered && memory.confirmation === 'processId') return this.lost ?? 'stalled';
    // It answers again, so what it still owes was lost with its power.
    marks.forget();
    memory.unsettled = false;
    return this.lost;
  }

  /**
   * Sends the recovery, which is nobody's ticket, and then all bytes of the job once, whatever happens, and waits for
   * the printer to say that it got to the end. Never sends anything a second time.
   */
  async print(recovery: Uint8Array, bytes: Uint8Array, report: (progress: Progress) => void): Promise<PrintOutcome> {
    const early = await this.put(recovery);
    if (early !== null) return stopped(await this.causeOf(early), 0);
    this.memory.flushed = false;
    let bytesSent = 0;
    const stop =
      (await this.connection.write(bytes, (count) => {
        bytesSent += count;
        report({ bytesSent, trouble: null });
      })) ?? (await this.connection.drain((trouble) => report({ bytesSent, trouble })));
    if (stop !== null) return stopped(await this.causeOf(stop), bytesSent);
    if (!this.connection.twoWay) return { kind: 'printed', confirmed: this.connection.arrives };
    return this.awaitEnd(bytesSent, report);
  }

  /** Whether a job that waits is taken back: then `print` ends soon. */
  takeBack(): boolean {
    this.connection.takeBack?.();
    return this.connection.takeBack !== undefined;
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** The printer answers the mark when its turn comes, so the answer means that the ticket is out. */
  private async awaitEnd(bytesSent: number, report: (progress: Progress) => void): Promise<PrintOutcome> {
    const { fenceMs, silentFenceMs, lookMs } = this.timings;
    const { confirmation } = this.memory;
    const stop = await this.put(this.marks.next());
    if (stop !== null) return stopped(await this.causeOf(stop), bytesSent);
    const patience = new Patience(this.timings, confirmation === 'nothing' ? silentFenceMs : fenceMs);
    while (this.lost === null && patience.leftMs > 0) {
      if (await this.waitFor(() => this.marks.passed, Math.min(lookMs, patience.leftMs))) {
        // The first time it was asked both ways: the second answer must not be left for the next ticket.
        await this.waitFor(() => this.marks.complete, QUIET_MS);
        break;
      }
      if (this.memory.answersStatus !== true) continue;
      patience.look(await this.look());
      report({ bytesSent, trouble: patience.trouble });
    }
    return this.verdict(patience.trouble, bytesSent, confirmation);
  }

  /** A printer that has never said that it got to the end, and still says that it is fine, has done all it can. */
  private verdict(trouble: PrinterTrouble | null, bytesSent: number, confirmation: Confirmation | null): PrintOutcome {
    if (this.marks.passed) {
      return this.marks.paperOut ? stopped('paperOut', bytesSent) : { kind: 'printed', confirmed: true };
    }
    const cause = this.lost ?? trouble;
    if (cause !== null) return stopped(cause, bytesSent);
    if (confirmation === 'processId' || confirmation === 'fence') return stopped('stalled', bytesSent);
    this.marks.gaveNone();
    return { kind: 'printed', confirmed: false };
  }

  private put(bytes: Uint8Array): Promise<PrinterTrouble | null> {
    return this.connection.write(bytes, () => undefined);
  }

  private async waitFor(done: () => boolean, ms: number): Promise<boolean> {
    const until = performance.now() + ms;
    while (!done() && this.lost === null && performance.now() < until) await sleep(TICK_MS);
    // A busy computer comes late itself: what has arrived meanwhile is read before it counts as silence.
    if (!done()) await nextTurn();
    return done();
  }

  private async look(): Promise<PrinterTrouble | null> {
    const status = await this.status();
    return status.state === 'trouble' ? status.trouble : null;
  }

  /** "It takes no more bytes" is true but of little help; the printer may know why. */
  private async causeOf(trouble: PrinterTrouble): Promise<PrinterTrouble> {
    if (trouble !== 'stalled' || !this.connection.twoWay) return trouble;
    return (await this.look()) ?? trouble;
  }

  private lose(trouble: PrinterTrouble): void {
    this.lost ??= trouble;
    this.answerTo?.(null);
  }

  private ask(n: 1 | 2 | 4): Promise<number | null> {
    if (this.lost !== null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const { answerMs } = this.timings;
      const patience = this.memory.answersStatus === false ? answerMs / SILENT_SHARE : answerMs;
      const heard = (status: number | null) => {
        clearTimeout(timer);
        if (this.answerTo === heard) this.answerTo = null;
        resolve(status);
      };
      const timer = setTimeout(() => void nextTurn().then(() => heard(null)), patience);
      this.answerTo = heard;
      void this.request(statusRequest(n));
    });
  }

  private async request(bytes: Uint8Array): Promise<void> {
    this.asking = true;
    const trouble = await this.put(bytes);
    if (trouble === null) this.asking = false;
    else if (trouble !== 'stalled') this.lose(trouble);
  }
}

function stopped(trouble: PrinterTrouble, bytesSent: number): PrintOutcome {
  return bytesSent === 0 ? { kind: 'failed', trouble } : { kind: 'unconfirmed', trouble, bytesSent };
}

/** Epson's bits of `DLE EOT` 1, 2 and 4. */
function troubleIn(general: number, cause: number, paper: number): PrinterTrouble | null {
  if ((cause & 0x04) !== 0) return 'coverOpen';
  if ((cause & 0x20) !== 0 || (paper & 0x60) !== 0) return 'paperOut';
  if ((cause & 0x40) !== 0) return 'printerError';
  return (general & 0x08) !== 0 ? 'offline' : null;
}
