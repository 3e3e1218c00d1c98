import { setTimeout as sleep } from 'node:timers/promises';
import type { FoundPrinter, PrinterSettings, PrinterStatus, PrinterTrouble, PrintOutcome } from '../../shared/printer';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import type { Ticket } from '../../shared/ticket/ticket';
import type { Payload, Prepared } from './host-messages';
import type { PrintJob, PrintJobStore } from './print-job';
import type { PrinterClient } from './printer-client';
import type { Progress } from './printer-session';

export interface PrintQueuePorts {
  readonly store: PrintJobStore;
  readonly client: PrinterClient;
  readonly layout: (ticket: Ticket, settings: PrinterSettings) => readonly PrintedLine[];
  /** After every change of a job, which is on disk by then. */
  readonly onJobChanged: (job: PrintJob) => void;
  /** What is known of the printer has changed. */
  readonly onStatus: () => void;
  readonly log: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
  /** Milliseconds until a printer in trouble is looked at again for a ticket that waits. */
  readonly retryMs?: number;
  /** Milliseconds between two looks at an idle printer. */
  readonly pollMs?: number;
  /** Milliseconds that a ticket which is coming out may hold up the end of the program. */
  readonly farewellMs?: number;
}

/** For the system to give back what it has not printed. */
const TAKING_BACK_MS = 3000;

const NOT_PRINTED: PrintOutcome = { kind: 'failed', trouble: 'programStopped' };

/**
 * Takes the stored jobs to the printer, oldest first and one at a time.
 *
 * A ticket waits for as long as the printer can't print, with not one byte sent, and goes out by itself when it can.
 * Its attempt is written down before its first byte; after that the program tries it again only when it is known that
 * not one byte left. A test and the drawer do not wait: a drawer that opens by itself ten minutes later is worse than one
 * that must be asked again.
 */
export class PrintQueue {
  private settings: PrinterSettings | null = null;
  private known: PrinterStatus = { state: 'notConfigured' };
  /** The last job that was sent ended in doubt, perhaps in the middle of a command. */
  private inDoubt = false;
  /** The oldest ticket can't be printed now; until the next look only jobs that do not wait are tried. */
  private blocked = false;
  /** How an attempt ended that is not on disk yet. */
  private unwritten: { readonly job: PrintJob; readonly outcome: PrintOutcome } | null = null;
  private working: Promise<void> | null = null;
  private again = false;
  /** Nothing is sent before the last run's jobs are seen to. */
  private started = false;
  private closed = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly waiters = new Map<string, (outcome: PrintOutcome) => void>();

  constructor(private readonly ports: PrintQueuePorts) {}

  /** Takes up the jobs of the last run. Call once. */
  start(): void {
    this.inDoubt = this.ports.store.lastEndedInDoubt();
    for (const job of this.ports.store.waiting()) {
      if (job.state === 'sending') {
        this.inDoubt = true;
        this.end(job, { kind: 'unconfirmed', trouble: 'programStopped', bytesSent: 0 });
      } else if (!waits(job)) this.end(job, NOT_PRINTED);
    }
    this.started = true;
    this.wake();
  }

  /** Which printer to use from now on; null is none. What is on its way to another one stays there. */
  configure(settings: PrinterSettings | null): void {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.settings = settings;
    this.blocked = false;
    this.learn(settings ? { state: 'unknown' } : { state: 'notConfigured' });
    this.wake();
  }

  /** There is a new job in the store, or another reason to look. */
  wake(): void {
    this.again = true;
    if (!this.started || this.closed || this.working) return;
    if (this.timer) clearTimeout(this.timer);
    this.working = this.work()
      .catch((error: unknown) => {
        // A disk that can't be written, most likely. Jobs stay as they are and are looked at again.
        this.ports.log('printing.fault', { error: String(error) });
        this.blocked = true;
      })
      .finally(() => {
        this.working = null;
        this.lookLater();
      });
  }

  status(): PrinterStatus {
    return this.known;
  }

  find(): Promise<readonly FoundPrinter[]> {
    return this.ports.client.find();
  }

  /** Runs a job that is in the store already, in its turn, and tells how it ended. */
  runNow(jobId: string): Promise<PrintOutcome> {
    if (this.closed) return Promise.resolve(NOT_PRINTED);
    return new Promise((resolve) => {
      this.waiters.set(jobId, resolve);
      this.wake();
    });
  }

  /** Lets a ticket that is coming out come to its end, for a while, and stops. What waits is printed by the next run. */
  async close(): Promise<void> {
    const { client, farewellMs = 3000 } = this.ports;
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    const patience = setTimeout(() => void this.part(), farewellMs);
    await this.working;
    clearTimeout(patience);
    client.close();
    for (const resolve of this.waiters.values()) resolve(NOT_PRINTED);
  }

  /** What waits in a queue of the system would come out when nobody is there any more. */
  private async part(): Promise<void> {
    const { client } = this.ports;
    await Promise.race([client.takeBack(), sleep(TAKING_BACK_MS)]);
    client.close();
  }

  private async work(): Promise<void> {
    while (this.again && !this.closed) {
      this.again = false;
      this.settle();
      if (!(await this.printAll())) await this.look();
    }
  }

  private lookLater(): void {
    if (this.closed) return;
    const { retryMs = 2000, pollMs = 5000 } = this.ports;
    this.timer = setTimeout(
      () => {
        this.blocked = false;
        this.wake();
      },
      this.blocked ? retryMs : pollMs,
    );
  }

  /** Whether there was anything to do. */
  private async printAll(): Promise<boolean> {
    let any = false;
    for (let job = this.next(); job !== undefined && !this.closed; job = this.next()) {
      any = true;
      await this.attempt(job);
    }
    return any;
  }

  private next(): PrintJob | undefined {
    const queued = this.ports.store.waiting().filter((job) => job.state === 'queued');
    return queued.find((job) => !this.blocked || !waits(job));
  }

  private async look(): Promise<void> {
    const { settings } = this;
    if (!settings) return;
    const status = await this.ports.client.status(settings.transport);
    if (settings !== this.settings) return;
    this.learn(status);
    if (!this.blocked || status.state === 'trouble') return;
    this.blocked = false;
    this.again = true;
  }

  private async attempt(job: PrintJob): Promise<void> {
    const { settings } = this;
    const payload = settings && this.payloadOf(job, settings);
    if (payload === 'unprintable') this.end(job, { kind: 'failed', trouble: 'unknown' });
    else if (!payload) this.putOff(job, 'notConfigured');
    else {
      const prepared = await this.prepare(job, settings, payload);
      if (prepared.ok) await this.send(job, prepared.status);
      else this.putOff(job, prepared.trouble);
    }
  }

  private async prepare(job: PrintJob, settings: PrinterSettings, payload: Payload): Promise<Prepared> {
    const prepared = await this.ports.client.prepare({
      jobId: job.id,
      settings,
      payload,
      recover: this.inDoubt,
      // Whoever tries the printer out wants to know it as it is now: it may be another one than last year's.
      probe: job.kind === 'test',
    });
    this.learn(prepared.ok ? prepared.status : { state: 'trouble', trouble: prepared.trouble });
    return prepared;
  }

  private async send(job: PrintJob, status: PrinterStatus): Promise<void> {
    const { client, log } = this.ports;
    const sending = await this.begin(job);
    if (!sending) return;
    const ending = client.send(job.id, (progress) => this.watch(progress, status));
    this.publish(sending);
    const outcome = await ending;
    log('printing.ended', { jobId: job.id, ...outcome });
    // Nothing left: what the printer holds is still from the job before.
    if (outcome.kind !== 'failed') this.inDoubt = outcome.kind === 'unconfirmed';
    this.learn(outcome.kind === 'printed' ? status : { state: 'trouble', trouble: outcome.trouble });
    this.unwritten = { job: sending, outcome };
    this.settle();
  }

  /** Writes down how the last attempt ended. A disk that was full then is asked again before anything else is done. */
  private settle(): void {
    if (!this.unwritten) return;
    const { job, outcome } = this.unwritten;
    if (outcome.kind === 'failed') this.putOff(job, outcome.trouble);
    else this.end(job, outcome);
    this.unwritten = null;
  }

  /** The attempt is on disk when this returns; null when it must not be made after all. */
  private async begin(job: PrintJob): Promise<PrintJob | null> {
    if (!this.closed) {
      try {
        return this.ports.store.markSending(job.id);
      } catch (error) {
        await this.ports.client.abandon(job.id);
        throw error;
      }
    }
    await this.ports.client.abandon(job.id);
    return null;
  }

  private putOff(job: PrintJob, trouble: PrinterTrouble): void {
    if (!waits(job)) {
      this.end(job, { kind: 'failed', trouble });
      return;
    }
    this.blocked = true;
    if (job.state === 'queued' && (this.closed || job.trouble === trouble)) return;
    this.publish(this.ports.store.markQueued(job.id, trouble));
  }

  private end(job: PrintJob, outcome: PrintOutcome): void {
    try {
      this.publish(this.ports.store.markEnded(job.id, outcome));
    } finally {
      this.waiters.get(job.id)?.(outcome);
      this.waiters.delete(job.id);
    }
  }

  /** Null when there is no such drawer. */
  private payloadOf(
    { id, kind, ticket, drawer, trouble }: PrintJob,
    settings: PrinterSettings,
  ): Payload | 'unprintable' | null {
    if (kind === 'drawer') return settings.drawerPin && { kind: 'drawer', pin: settings.drawerPin };
    try {
      // A ticket that had to wait comes out by itself, and a drawer must not.
      const opens = drawer === true && trouble === null ? { drawerPin: settings.drawerPin } : {};
      if (ticket) return { kind: 'ticket', lines: [...this.ports.layout(ticket, settings)], ...opens };
    } catch (error) {
      this.ports.log('printing.fault', { jobId: id, error: String(error) });
    }
    // It must not stand in the way of those behind it.
    return 'unprintable';
  }

  /** A ticket that is stuck half out tells why before it ends. */
  private watch({ trouble }: Progress, fine: PrinterStatus): void {
    this.learn(trouble === null ? fine : { state: 'trouble', trouble });
  }

  private learn(status: PrinterStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.known)) return;
    this.known = status;
    this.ports.onStatus();
  }

  private publish(job: PrintJob): void {
    try {
      this.ports.onJobChanged(job);
    } catch (error) {
      // Whoever listens must not stop the printer; the job itself is on disk.
      this.ports.log('printing.fault', { error: String(error) });
    }
  }
}

/** Paper that somebody is owed waits for the printer; a report, a test and the drawer are for now or never. */
function waits({ kind }: PrintJob): boolean {
  return kind === 'sale' || kind === 'refund' || kind === 'shift';
}
