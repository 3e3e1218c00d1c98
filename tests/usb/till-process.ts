import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintJob } from '../../electron/printing/print-job';
import type { FoundPrinter, PrinterSettings, PrinterStatus, PrinterTrouble, PrintOutcome } from '../../shared/printer';
import { until } from '../support/until';
import type { Step, TillCommand, TillNews } from './till-messages';

/** The printing process's program: the till's own, or the same without permission for anything. */
export type PrintingProgram = 'printer-host' | 'host-without-permission';

const START_MS = 30_000;

/** A running till, as a case sees it from outside. */
export class TillProcess {
  readonly jobs = new Map<string, PrintJob>();
  readonly attempts: { readonly jobId: string; readonly outcome: PrintOutcome }[] = [];
  readonly faults: string[] = [];
  /** Why each job waited, in order. */
  private readonly reasons = new Map<string, readonly PrinterTrouble[]>();
  status: PrinterStatus = { state: 'notConfigured' };
  /** Of its printing process; 0 until it first needs one. */
  printingPid = 0;
  private found: readonly FoundPrinter[] | null = null;
  private ready = false;
  private readonly child: ChildProcess;

  private constructor(folder: string, program: PrintingProgram) {
    this.child = fork(join(import.meta.dirname, 'till.js'), [folder, join(import.meta.dirname, `${program}.js`)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // Only the till, built together with this program, is at the other end.
    this.child.on('message', (news) => this.hear(news as TillNews));
  }

  static async start(folder: string, program: PrintingProgram): Promise<TillProcess> {
    const till = new TillProcess(folder, program);
    await until('the till to start', () => till.ready, START_MS);
    return till;
  }

  use(settings: PrinterSettings): void {
    this.ask({ do: 'use', settings });
  }

  print(job: PrintJob): void {
    this.jobs.set(job.id, job);
    this.ask({ do: 'print', job });
  }

  async find(): Promise<readonly FoundPrinter[]> {
    this.found = null;
    this.ask({ do: 'find' });
    return until('the till to look for printers', () => this.found, START_MS);
  }

  reasonsOf(jobId: string): readonly PrinterTrouble[] {
    return this.reasons.get(jobId) ?? [];
  }

  /** Call before what leads there. The returned function resolves once it stands still. */
  stopAt(step: Step): () => Promise<void> {
    this.ask({ do: 'stopAt', step });
    return async () => {
      await until(`the till to stand still at "${step}"`, () => this.runState() === 'T', START_MS);
    };
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  /** No farewell: what it had not written to disk is gone. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (!this.child.kill('SIGKILL')) return;
    await gone;
  }

  private ask(command: TillCommand): void {
    this.child.send(command);
  }

  private hear(news: TillNews): void {
    switch (news.tell) {
      case 'ready':
        this.ready = true;
        return;
      case 'job':
        this.hearOf(news.job);
        return;
      case 'attempt':
        this.attempts.push(news);
        return;
      case 'status':
        this.status = news.status;
        return;
      case 'found':
        this.found = news.printers;
        return;
      case 'printingProcess':
        this.printingPid = news.pid;
        return;
      case 'fault':
        this.faults.push(news.error);
    }
  }

  private hearOf(job: PrintJob): void {
    this.jobs.set(job.id, job);
    if (job.state !== 'queued' || job.trouble === null) return;
    this.reasons.set(job.id, [...(this.reasons.get(job.id) ?? []), job.trouble]);
  }

  /** The kernel's letter for what it is doing; T is stopped. */
  private runState(): string {
    const stat = readFileSync(`/proc/${this.child.pid ?? 0}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  }
}
