import type { CheckoutEvent } from './event';
import type { TicketFate } from './state';

/** News of the printer about one paper, and what a person answered about it. */
export type TicketNews = Extract<CheckoutEvent, { readonly jobId: string }>;

/** The fate after the news. The very same object when the news is old, or about another paper. */
export function followTicket(fate: TicketFate, news: TicketNews): TicketFate {
  if (fate.jobId !== news.jobId) return fate;
  switch (news.kind) {
    case 'ticketQueued':
      return became(fate, 'queued', news.trouble);
    case 'ticketStarted':
      return became(fate, 'sending', null);
    case 'ticketSeen':
      // Only a paper in doubt is a person's to answer for; one that waits would come out after a reprint.
      return fate.status === 'unconfirmed' ? became(fate, 'printed', null) : fate;
    case 'ticketPrinted':
      return became(fate, 'printed', null);
    case 'ticketFailed':
      return became(fate, 'failed', news.trouble);
    case 'ticketUnconfirmed':
      return became(fate, 'unconfirmed', news.trouble);
  }
}

/** The next paper, asked for by a person. Null while one is on its way: it would come out after this one. */
export function nextCopy(fate: TicketFate, asked: NonNullable<TicketFate['asked']>): TicketFate | null {
  if (fate.status === 'queued' || fate.status === 'sending') return null;
  // A paper of which no byte left the till was never there, so the next one is still the original.
  const copy = fate.status === 'failed' ? fate.copy : fate.copy + 1;
  return { jobId: nextJob(fate.jobId), copy, status: 'queued', trouble: null, asked };
}

function became(fate: TicketFate, status: TicketFate['status'], trouble: TicketFate['trouble']): TicketFate {
  return fate.status === status && fate.trouble === trouble ? fate : { ...fate, status, trouble };
}

/** Jobs of one thing are numbered from 1: `<id>-1`, `<id>-2`… */
function nextJob(jobId: string): string {
  const dash = jobId.lastIndexOf('-');
  return `${jobId.slice(0, dash)}-${Number(jobId.slice(dash + 1)) + 1}`;
}
