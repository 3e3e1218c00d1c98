import { z } from 'zod';
import { printerTroubleSchema, type PrinterTrouble, type PrintOutcome } from '../../shared/printer';
import { ticketSchema } from '../../shared/ticket/ticket';

/**
 * One thing to be done at the printer, of which the program lets bytes leave at most once:
 * `queued → sending → printed | failed (no byte left) | unconfirmed (perhaps)`. A ticket of which no byte left goes back
 * to `queued`.
 */
export const printJobSchema = z.object({
  id: z.string().min(1),
  /** The paid checkout it belongs to; null for whatever belongs to no sale, or to an unknown one. */
  checkoutId: z.uuid().nullable(),
  kind: z.enum(['sale', 'refund', 'shift', 'report', 'test', 'drawer']),
  /** Of a refund's slip: which refund. */
  refundId: z.string().min(1).optional(),
  /** The sale that was paid in cash, or the cash that went back, which it is the paper of. */
  cashSaleId: z.uuid().optional(),
  cashRefundId: z.uuid().optional(),
  /** Cash goes into the drawer with it, or out of it: the paper opens it, unless it had to wait. */
  drawer: z.boolean().optional(),
  copy: z.int().nonnegative(),
  /** null for the drawer. */
  ticket: ticketSchema.nullable(),
  state: z.enum(['queued', 'sending', 'printed', 'failed', 'unconfirmed']),
  /** Why it waits (`queued`), failed, or is in doubt. */
  trouble: printerTroubleSchema.nullable(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** Where jobs are kept. Every write is on disk when the call returns. */
export interface PrintJobStore {
  insert(job: PrintJob): void;
  find(id: string): PrintJob | null;
  /** Jobs in `queued` or `sending`, oldest first. */
  waiting(): readonly PrintJob[];
  /** Whether the job that was attempted last ended in doubt: what it left may still stand in the printer. */
  lastEndedInDoubt(): boolean;
  /** A job of which no byte left, and why it waits. */
  markQueued(id: string, trouble: PrinterTrouble | null): PrintJob;
  /** Before the first byte: unless it is known that none left, the program never tries this job again. */
  markSending(id: string): PrintJob;
  markEnded(id: string, outcome: PrintOutcome): PrintJob;
}
