import type { Reply } from '../../shared/ipc-contract';
import { ask } from './bridge';

/** What can be asked about a paper, whatever it is the paper of. */
export interface Paper {
  readonly words: 'ticket' | 'slip';
  readonly reprint: () => Promise<Reply<undefined>>;
  /** "It came out", about this very job. */
  readonly seen: (jobId: string) => Promise<Reply<undefined>>;
}

export function chargePaper(checkoutId: string): Paper {
  return {
    words: 'ticket',
    reprint: () => ask('ticket.reprint', { checkoutId }),
    seen: (jobId) => ask('ticket.seen', { checkoutId, jobId }),
  };
}

export function cashPaper(saleId: string): Paper {
  return {
    words: 'ticket',
    reprint: () => ask('cash.reprint', { saleId }),
    seen: (jobId) => ask('cash.ticketSeen', { saleId, jobId }),
  };
}

/** Of cash that went back. */
export function cashSlip(refundId: string): Paper {
  return {
    words: 'slip',
    reprint: () => ask('cash.slipReprint', { refundId }),
    seen: (jobId) => ask('cash.slipSeen', { refundId, jobId }),
  };
}
