import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterStatus, PrinterTrouble, PrintOutcome } from '../../shared/printer';
import type { Connection } from './devices/connection';
import type { PrinterTimings } from './printer-timings';
import { listenToStatus } from './status-listener';

/** What is remembered of a printer from one job to the next; null is "not known yet". */
export interface PrinterMemory {
  /** It answers status requests: then its silence means something. */
  answersStatus: boolean | null;
  /** It has answered a fence, `GS r`. */
  answersFences: boolean;
  /** Fences that it has not answered yet. Answers come in order, so these come before the answer to the next one. */
  owedFences: number;
}

export function newPrinterMemory(): PrinterMemory {
  return { answersStatus: null, answersFences: false, owedFences: 0 };
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
  /** The newest answer to a fence. */
  private fence: { readonly paperOut: boolean } | null = null;
  /** A question is not even taken: a printer that takes no three bytes takes no ticket. */
  private asking = false;
  private answerTo: ((status: number | null) => void) | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly memory: PrinterMemory,
    private readonly timings: PrinterTimings,
  ) {
    connection.onBytes(
      listenToStatus((answer) => {
        if (answer.kind === 'status') this.answerTo?.(answer.byte);
        else this.passFence(answer);
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

  /** Lets the printer catch up with earlier jobs. False: it is still at one of them. */
  async settle(): Promise<boolean> {
    const { memory } = this;
    if (memory.owedFences === 0 || !this.connection.twoWay) return true;
    await this.sendFence();
    const answered = await this.waitFor(() => this.fence !== null, this.timings.answerMs);
    if (!answered) return !memory.answersFences;
    // It got to the newest fence, so those before it are answered or were lost with its power.
    await sleep(QUIET_MS);
    memory.owedFences = 0;
    return true;
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
    const stop = await this.sendFence();
    if (stop !== null) return stopped(await this.causeOf(stop), bytesSent);
    let trouble: PrinterTrouble | null = null;
    const talks = this.memory.answersStatus === true || this.memory.answersFences;
    let until = performance.now() + (talks ? fenceMs : silentFenceMs);
    while (this.lost === null && performance.now() < until) {
      if (await this.waitFor(() => this.passed, Math.min(lookMs, until - performance.now()))) break;
      if (this.memory.answersStatus !== true) continue;
      const before = trouble;
      trouble = await this.look();
      // A person may be putting paper in: the printer goes on from where it stopped, so it is worth waiting for.
      if (trouble !== null && before === null) until = performance.now() + rescueMs;
      if (trouble === null && before !== null) until = performance.now() + fenceMs;
      report({ bytesSent, trouble });
    }
    return this.verdict(trouble, bytesSent);
  }

  /** A printer that has never answered a fence and still says that it is fine has done all it can to tell us. */
  private verdict(trouble: PrinterTrouble | null, bytesSent: number): PrintOutcome {
    if (this.passed) {
      return this.fence?.paperOut ? stopped('paperOut', bytesSent) : { kind: 'printed', confirmed: true };
    }
    const cause = this.lost ?? trouble;
    if (cause !== null) return stopped(cause, bytesSent);
    return this.memory.answersFences ? stopped('stalled', bytesSent) : { kind: 'printed', confirmed: false };
  }

  /** Every fence is answered, the newest included. */
  private get passed(): boolean {
    return this.fence !== null && this.memory.owedFences === 0;
  }

  private passFence(answer: { readonly paperOut: boolean }): void {
    this.fence = answer;
    this.memory.answersFences = true;
    this.memory.owedFences = Math.max(0, this.memory.owedFences - 1);
  }

  private sendFence(): Promise<PrinterTrouble | null> {
    this.fence = null;
    this.memory.owedFences += 1;
    return this.connection.write(FENCE, () => undefined);
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

  private lose(trouble: PrinterTrouble): void {
    this.lost ??= trouble;
    this.answerTo?.(null);
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
      void this.request(statusRequest(n));
    });
  }

  private async request(bytes: Uint8Array): Promise<void> {
    this.asking = true;
    const trouble = await this.connection.write(bytes, () => undefined);
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
