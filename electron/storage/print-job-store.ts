import type { PrintOutcome } from '../../shared/printer';
import { printJobSchema, type PrintJob, type PrintJobStore } from '../printing/print-job';
import { valueOf, type Db } from './open-database';

export function createPrintJobStore(db: Db, now: () => Date): PrintJobStore {
  const insert = db.prepare('INSERT INTO print_jobs (id, checkout_id, state, json, updated_at) VALUES (?, ?, ?, ?, ?)');
  const byId = db.prepare('SELECT json FROM print_jobs WHERE id = ?');
  const waiting = db.prepare(`SELECT json FROM print_jobs WHERE state IN ('queued', 'sending') ORDER BY seq`);
  // A test or the drawer may overtake a ticket, and a clock may go back: neither order says which ended last. A blank cut
  // too many is better than a garbled ticket.
  const attempted = db.prepare(
    `SELECT 1 FROM (
       SELECT state FROM print_jobs WHERE state IN ('printed', 'unconfirmed') ORDER BY seq DESC LIMIT 4
     ) WHERE state = 'unconfirmed'`,
  );
  const put = db.prepare('UPDATE print_jobs SET state = ?, json = ?, updated_at = ? WHERE id = ?');

  const parse = (json: unknown): PrintJob => printJobSchema.parse(JSON.parse(String(json)));
  const find = (id: string): PrintJob | null => {
    const json = valueOf(byId.get(id), 'json');
    return json === undefined ? null : parse(json);
  };
  const change = (id: string, news: Pick<PrintJob, 'state' | 'trouble'>): PrintJob => {
    const job = find(id);
    if (!job) throw new Error(`no print job ${id}`);
    const changed: PrintJob = { ...job, ...news };
    put.run(changed.state, JSON.stringify(changed), now().toISOString(), id);
    return changed;
  };

  return {
    insert: (job) => {
      insert.run(job.id, job.checkoutId, job.state, JSON.stringify(job), now().toISOString());
    },
    find,
    // A row that can't be read stays on disk and must not keep the others from the printer.
    waiting: () => waiting.all().flatMap((row) => readable(valueOf(row, 'json'))),
    lastEndedInDoubt: () => attempted.get() !== undefined,
    markQueued: (id, trouble) => change(id, { state: 'queued', trouble }),
    markSending: (id) => change(id, { state: 'sending', trouble: null }),
    markEnded: (id, outcome) => change(id, endOf(outcome)),
  };
}

function readable(json: unknown): PrintJob[] {
  try {
    const job = printJobSchema.safeParse(JSON.parse(String(json)));
    return job.success ? [job.data] : [];
  } catch {
    return [];
  }
}

function endOf(outcome: PrintOutcome): Pick<PrintJob, 'state' | 'trouble'> {
  return { state: outcome.kind, trouble: outcome.kind === 'printed' ? null : outcome.trouble };
}
