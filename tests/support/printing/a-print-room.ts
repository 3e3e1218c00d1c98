import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createPrinterClient,
  type PrinterClient,
  type PrinterEndpoint,
} from '../../../electron/printing/printer-client';
import type { PrintJob, PrintJobStore } from '../../../electron/printing/print-job';
import { PrintQueue } from '../../../electron/printing/print-queue';
import type { PrinterTimings } from '../../../electron/printing/printer-timings';
import { createConfirmationStore } from '../../../electron/storage/confirmation-store';
import { openDatabase } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import type { PrinterSettings, PrinterStatus } from '../../../shared/printer';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import type { Ticket } from '../../../shared/ticket/ticket';
import { aTicket } from '../a-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { until } from '../until';
import { inProcessHost } from './in-process-host';
import { quickTimings } from './quick-timings';
import type { PrinterUnderTest } from './virtual-printers';

/** What a test may replace in the room. */
export interface PrintRoomParts {
  readonly store?: (store: PrintJobStore) => PrintJobStore;
  readonly spawn?: () => PrinterEndpoint;
  readonly layout?: (ticket: Ticket, settings: PrinterSettings) => ReturnType<typeof layoutTicket>;
  readonly pollMs?: number;
  readonly farewellMs?: number;
  readonly timings?: PrinterTimings;
}

/** A print queue with a real database and a virtual printer. `changes` is what the window would be told. */
export function openPrintRoom(printer: Pick<PrinterUnderTest, 'transport'>, parts: PrintRoomParts = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-printing-'));
  const changes: PrintJob[] = [];
  const statuses: PrinterStatus[] = [];
  const faults: string[] = [];
  const confirmed = new Set<string>();
  let number = 0;

  const settings = (change: Partial<PrinterSettings> = {}): PrinterSettings => ({
    transport: printer.transport(),
    columns: 48,
    codePage: 'PC858',
    cut: 'partial',
    drawerPin: 2,
    ...change,
  });

  function open() {
    const db = openDatabase(join(folder, 'till.db'));
    const stored = createPrintJobStore(db, () => new Date());
    const store = parts.store ? parts.store(stored) : stored;
    const confirmations = createConfirmationStore(createSettingsStore(db, () => new Date()));
    const spawn = parts.spawn ?? (() => inProcessHost());
    const client: PrinterClient = createPrinterClient({
      spawn,
      confirmations,
      timings: parts.timings ?? quickTimings,
    });
    const queue = new PrintQueue({
      store,
      client,
      layout: parts.layout ?? ((ticket, paper) => layoutTicket(ticket, paper, ticketTexts('es-AR'))),
      onJobChanged: (job) => void changes.push(job),
      onStatus: () => void statuses.push(queue.status()),
      log: (event, facts) => {
        if (event === 'printing.fault') faults.push(String(facts?.error));
        if (event === 'printing.ended' && facts?.confirmed === true) confirmed.add(String(facts.jobId));
      },
      retryMs: 40,
      pollMs: parts.pollMs ?? 5000,
      farewellMs: parts.farewellMs ?? 200,
    });
    return { db, store, queue, confirmations };
  }

  let room = open();

  return {
    changes,
    statuses,
    faults,
    /** Jobs of which the printer itself said that they are out. */
    confirmed,
    settings,
    get store() {
      return room.store;
    },
    get queue() {
      return room.queue;
    },
    get confirmations() {
      return room.confirmations;
    },
    begin(change: Partial<PrinterSettings> = {}) {
      room.queue.configure(settings(change));
      room.queue.start();
    },
    /** Stores a job as a paid sale would, and wakes the queue. */
    add(job: Partial<PrintJob> = {}): string {
      number += 1;
      const id = job.id ?? `job-${number}`;
      const ticket = job.kind === 'drawer' ? null : aTicket({ number, kind: job.kind === 'test' ? 'test' : 'sale' });
      const base = { checkoutId: null, kind: 'sale', copy: 0, ticket, state: 'queued', trouble: null } as const;
      room.store.insert({ ...base, ...job, id });
      room.queue.wake();
      return id;
    },
    ended(jobId: string): Promise<PrintJob> {
      const ended = () => {
        const job = room.store.find(jobId);
        return job && job.state !== 'queued' && job.state !== 'sending' ? job : null;
      };
      // A busy machine takes seconds to start a printing process from its sources, and a crash starts two.
      return until(`the end of ${jobId}`, ended, 20_000);
    },
    /** What happened to a job, change by change. */
    story(jobId: string): string[] {
      return changes
        .filter((job) => job.id === jobId)
        .map((job) => (job.trouble === null ? job.state : `${job.state}: ${job.trouble}`));
    },
    /** The program ends and starts again on the same data. */
    async restart() {
      await room.queue.close();
      room.db.close();
      room = open();
    },
    async close() {
      await room.queue.close();
      room.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type PrintRoom = ReturnType<typeof openPrintRoom>;
