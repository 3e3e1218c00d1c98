import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterStatus, PrinterTrouble, PrintOutcome } from '../../shared/printer';
import type { Connection } from './devices/connection';
import type { PrinterTimings } from './printer-timings';
import { listenToStatus } from './status-listener';

/** What is remembered of a printer from one job to the next; null is "not asked yet". */
export interface PrinterMemory {
  /** It answers status requests: then its silence means something. */
  answersStatus: boolean | null;
  /** The same for the fence, `GS r`. */
  answersFences: boolean | null;
  /** It was asked for a fence and has not answered: that answer may still come and must not be taken for a later one. */
  owesFence: boolean;
}

export function newPrinterMemory(): PrinterMemory {
  return { answersStatus: null, answersFences: null, owesFence: false };
}

/** How a job is going, for whoever waits. `trouble` is why a ticket is stuck half out. */
export interface Progress {
  readonly bytesSent: number;
  readonly trouble: PrinterTrouble | null;
}

const statusRequest = (n: 1 | 2 | 4) => Uint8Array.of(0x10, 0x04, n);
const FENCE = Uint8Array.of(0x1d, 0x72, 0x01);
/** Two answers that the printer had ready arrive together; this is long enough to tell that there is no second. */
const QUIET_MS = 150;
const TICK_MS = 5;
/** A printer that was silent before is asked again, but not waited for as long. */
const SILENT_SHARE = 5;

/** One open printer: ask how it is, print one job, close. */
export class PrinterSession {
  private lost: PrinterTrouble | null = null;
  private fence: { readonly paperOut: boolean } | null = null;
  private answerTo: ((status: number | null) => void) | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly memory: PrinterMemory,
    private readonly timings: PrinterTimings,
  ) {
    connection.onBytes(
      listenToStatus((answer) => {
        if (answer.kind === 'status') this.answerTo?.(answer.byte);
        else this.fence = answer;
      }),
    );
    connection.onLost((trouble) => {
      this.lost = trouble;
      this.answerTo?.(null);
    });
  }

  /** Asks with `DLE EOT`, which printers answer at once even when they can't print. Prints nothing. */
  async status(): Promise<PrinterStatus> {
    if (!this.connection.twoWay) return { state: 'ready', paperLow: false, answersStatus: false };
    const general = await this.ask(1);
    if (this.lost !== null) return { state: 'trouble', trouble: this.lost };
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

  /** Makes sure that no answer to an earlier job is still on its way. False: the printer is not done with that one. */
  async settle(): Promise<boolean> {
    if (!this.memory.owesFence || !this.connection.twoWay) return true;
    this.fence = null;
    await this.connection.write(FENCE, () => undefined);
    const answered = await this.waitFor(() => this.fence !== null, this.timings.answerMs);
    if (answered) await sleep(QUIET_MS);
    this.memory.answersFences = answered || this.memory.answersFences === true;
    this.memory.owesFence = !answered && this.memory.answersFences;
    return !this.memory.owesFence;
  }

  /**
   * Sends all bytes once, whatever happens, and waits for the printer to say that it got to the end. Never sends
   * anything a second time.
   */
  async print(bytes: Uint8Array, report: (progress: Progress) => void): Promise<PrintOutcome> {
    let bytesSent = 0;
    const stop =
      (await this.connection.write(bytes, (count) => {
        bytesSent += count;
        report({ bytesSent, trouble: null });
      })) ?? (await this.connection.drain());
    if (stop !== null) return stopped(await this.causeOf(stop), bytesSent);
    if (!this.connection.twoWay) return { kind: 'printed', confirmed: true };
    return this.awaitEnd(bytesSent, report);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** The printer answers the fence when its turn comes, so the answer means that the ticket is out. */
  private async awaitEnd(bytesSent: number, report: (progress: Progress) => void): Promise<PrintOutcome> {
    const { fenceMs, silentFenceMs, rescueMs, lookMs } = this.timings;
    this.fence = null;
    this.memory.owesFence = this.memory.answersFences !== false;
    const stop = await this.connection.write(FENCE, () => undefined);
    if (stop !== null) return stopped(await this.causeOf(stop), bytesSent);
    let trouble: PrinterTrouble | null = null;
    const talks = this.memory.answersStatus === true || this.memory.answersFences === true;
    let until = performance.now() + (talks ? fenceMs : silentFenceMs);
    while (this.lost === null && performance.now() < until) {
      if (await this.waitFor(() => this.fence !== null, Math.min(lookMs, until - performance.now()))) break;
      if (this.memory.answersStatus !== true) continue;
      const before = trouble;
      trouble = await this.look();
      // A person may be putting paper in: the printer goes on from where it stopped, so it is worth waiting for.
      if (trouble !== null && before === null) until = performance.now() + rescueMs;
      if (trouble === null && before !== null) until = performance.now() + fenceMs;
      report({ bytesSent, trouble });
    }
    return this.verdict(trouble, talks, bytesSent);
  }

  private verdict(trouble: PrinterTrouble | null, talks: boolean, bytesSent: number): PrintOutcome {
    if (this.fence !== null) {
      this.memory.owesFence = false;
      this.memory.answersFences = true;
      return this.fence.paperOut ? stopped('paperOut', bytesSent) : { kind: 'printed', confirmed: true };
    }
    const cause = this.lost ?? trouble;
    if (cause !== null) return stopped(cause, bytesSent);
    return talks ? stopped('stalled', bytesSent) : { kind: 'printed', confirmed: false };
  }

  private async waitFor(done: () => boolean, ms: number): Promise<boolean> {
    const until = performance.now() + ms;
    while (!done() && this.lost === null && performance.now() < until) await sleep(TICK_MS);
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

  private ask(n: 1 | 2 | 4): Promise<number | null> {
    if (this.lost !== null) return Promise.resolve(null);
    return new Promise((resolve) => {
      const { answerMs } = this.timings;
      const patience = this.memory.answersStatus === false ? answerMs / SILENT_SHARE : answerMs;
      const timer = setTimeout(() => this.answerTo?.(null), patience);
      this.answerTo = (status) => {
        clearTimeout(timer);
        this.answerTo = null;
        resolve(status);
      };
      void this.connection.write(statusRequest(n), () => undefined);
    });
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
