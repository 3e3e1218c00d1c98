import type { TicketNews } from '../../shared/checkout/ticket-fate';
import { assertNever } from '../../shared/errors';
import type { PrintJob } from '../printing/print-job';

/** How a print job stands, as a fact for whatever it belongs to. */
export function ticketNewsOf(job: PrintJob): TicketNews {
  const { id: jobId, trouble } = job;
  switch (job.state) {
    case 'queued':
      return { kind: 'ticketQueued', jobId, trouble };
    case 'sending':
      return { kind: 'ticketStarted', jobId };
    case 'printed':
      return { kind: 'ticketPrinted', jobId };
    case 'failed':
      return { kind: 'ticketFailed', jobId, trouble: trouble ?? 'unknown' };
    case 'unconfirmed':
      return { kind: 'ticketUnconfirmed', jobId, trouble: trouble ?? 'unknown' };
    default:
      return assertNever(job.state);
  }
}
