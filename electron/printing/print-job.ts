import { z } from 'zod';
import { printerTroubleSchema } from '../../shared/printer';
import { ticketSchema } from '../../shared/ticket/ticket';

/**
 * Something the printer was asked to do, once. It ends `printed`, `failed` (not one byte left the till) or
 * `unconfirmed` (some may have: only a person may decide); a second try is another job.
 */
export const printJobSchema = z.object({
  id: z.string().min(1),
  /** The checkout whose ticket it is; null for a test or the drawer. */
  checkoutId: z.string().nullable(),
  kind: z.enum(['sale', 'test', 'drawer']),
  /** 0 is the original. */
  copy: z.int().nonnegative(),
  /** Null for the drawer, which prints nothing. */
  ticket: ticketSchema.nullable(),
  state: z.enum(['queued', 'sending', 'printed', 'failed', 'unconfirmed']),
  /** Why it waits, failed or is in doubt. */
  trouble: printerTroubleSchema.nullable(),
  /** The printer itself said that it got to the end. Null until it is printed. */
  confirmed: z.boolean().nullable(),
  /** Bytes that had left when it ended in doubt. */
  bytesSent: z.int().nonnegative().nullable(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** A job as it is stored first. */
export function newPrintJob(job: Pick<PrintJob, 'id' | 'checkoutId' | 'kind' | 'copy' | 'ticket'>): PrintJob {
  return { ...job, state: 'queued', trouble: null, confirmed: null, bytesSent: null };
}

/** Where jobs are kept. After `insert`, only the print queue writes a job. Every write is on disk when it returns. */
export interface PrintJobStore {
  insert(job: PrintJob): void;
  find(jobId: string): PrintJob | null;
  /** Jobs that are `queued` or `sending`, oldest first. */
  unfinished(): readonly PrintJob[];
  /** Replaces the job of the same id. */
  save(job: PrintJob): void;
}
