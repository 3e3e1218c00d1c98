import { fork } from 'node:child_process';
import { join } from 'node:path';
import { createPrinterClient, type PrinterEndpoint } from '../../electron/printing/printer-client';
import type { PrintJobStore } from '../../electron/printing/print-job';
import { PrintQueue } from '../../electron/printing/print-queue';
import { createConfirmationStore } from '../../electron/storage/confirmation-store';
import { openDatabase } from '../../electron/storage/open-database';
import { createPrintJobStore } from '../../electron/storage/print-job-store';
import { createSettingsStore } from '../../electron/storage/settings-store';
import { printOutcomeSchema } from '../../shared/printer';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { Step, TillCommand, TillNews } from './till-messages';

/**
 * The printing side of the till as a program of its own: its database, its queue and its printing process. The first
 * argument is the folder of its data, the second the printing process's program.
 */
const [folder = '', host = ''] = process.argv.slice(2);
let stopAt: Step | null = null;

function tell(news: TillNews): void {
  process.send?.(news);
}

/** A process that stopped itself takes no further step, and can be killed exactly there. */
function pass(step: Step): void {
  if (step !== stopAt) return;
  stopAt = null;
  process.kill(process.pid, 'SIGSTOP');
}

function withSteps(store: PrintJobStore): PrintJobStore {
  return {
    ...store,
    markSending: (id) => {
      pass('before begun');
      const job = store.markSending(id);
      pass('begun');
      return job;
    },
    markEnded: (id, outcome) => {
      pass('before ended');
      const job = store.markEnded(id, outcome);
      pass('ended');
      return job;
    },
  };
}

function startPrintingProcess(): PrinterEndpoint {
  const child = fork(host, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  tell({ tell: 'printingProcess', pid: child.pid ?? 0 });
  return {
    post: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

const now = () => new Date();
const db = openDatabase(join(folder, 'till.db'));
const store = createPrintJobStore(db, now);
const queue = new PrintQueue({
  store: withSteps(store),
  client: createPrinterClient({
    spawn: startPrintingProcess,
    confirmations: createConfirmationStore(createSettingsStore(db, now)),
    // Long beside what this machine needs for an answer, short beside what a person would wait.
    timings: { answerMs: 400, fenceMs: 1500, rescueMs: 1500, stallMs: 800, silentFenceMs: 400, lookMs: 200 },
  }),
  layout: (ticket, settings) => layoutTicket(ticket, settings, ticketTexts('es-AR')),
  onJobChanged: (job) => tell({ tell: 'job', job }),
  onStatus: () => tell({ tell: 'status', status: queue.status() }),
  log: (event, facts = {}) => {
    if (event === 'printing.fault') tell({ tell: 'fault', error: String(facts.error) });
    if (event !== 'printing.ended') return;
    tell({ tell: 'attempt', jobId: String(facts.jobId), outcome: printOutcomeSchema.parse(facts) });
  },
  retryMs: 200,
  pollMs: 60_000,
});

function obey(command: TillCommand): void {
  switch (command.do) {
    case 'use':
      queue.configure(command.settings);
      return;
    case 'print':
      store.insert(command.job);
      queue.wake();
      return;
    case 'find':
      void queue.find().then((printers) => tell({ tell: 'found', printers }));
      return;
    case 'stopAt':
      stopAt = command.step;
  }
}

// Only the scenario, built together with this program, is at the other end.
process.on('message', (command) => obey(command as TillCommand));
process.on('disconnect', () => process.exit());
queue.start();
tell({ tell: 'ready' });
