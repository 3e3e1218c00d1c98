import type { TicketFate } from '../../shared/checkout/state';
import { assertNever } from '../../shared/errors';
import type { Translate } from '../../shared/texts/create-texts';

export interface TicketSentence {
  readonly tone: 'quiet' | 'done' | 'attention' | 'refused';
  readonly what: string;
  readonly todo: string | null;
  /** What the cashier can answer or order. While it is on its way there is nothing: it comes out by itself. */
  readonly asks: 'nothing' | 'whetherItCameOut' | 'print' | 'reprint';
}

/** Where the ticket of a paid sale is, in words. */
export function ticketSentence(fate: TicketFate, t: Translate): TicketSentence {
  const why = fate.trouble ? t(`printerTroubles.${fate.trouble}.what`) : null;
  const todo = fate.trouble ? t(`printerTroubles.${fate.trouble}.todo`) : null;
  switch (fate.status) {
    case 'queued':
      return why === null
        ? { tone: 'quiet', what: t('ticket.printing'), todo: null, asks: 'nothing' }
        : { tone: 'attention', what: `${t('ticket.waiting')}: ${lowerFirst(why)}`, todo, asks: 'nothing' };
    case 'sending':
      return { tone: 'quiet', what: t('ticket.printing'), todo: null, asks: 'nothing' };
    case 'printed': {
      const what = fate.copy === 0 ? t('ticket.printed') : t('ticket.reprinted', { copy: String(fate.copy) });
      return { tone: 'done', what, todo: null, asks: 'reprint' };
    }
    case 'unconfirmed':
      return { tone: 'attention', what: t('ticket.question'), todo: why, asks: 'whetherItCameOut' };
    case 'failed':
      return {
        tone: 'refused',
        what: why === null ? `${t('ticket.failed')}.` : `${t('ticket.failed')}: ${lowerFirst(why)}`,
        todo,
        asks: 'print',
      };
    default:
      return assertNever(fate.status);
  }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
