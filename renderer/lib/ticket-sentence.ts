import type { TicketFate } from '../../shared/checkout/state';
import { assertNever } from '../../shared/errors';
import type { Translate } from '../../shared/texts/create-texts';

/** Which paper is spoken of. */
export type Paper = 'ticket' | 'slip';

export interface PaperSentence {
  readonly tone: 'quiet' | 'done' | 'attention' | 'refused';
  readonly what: string;
  readonly todo: string | null;
  /** What the cashier can answer or order. While it is on its way there is nothing: it comes out by itself. */
  readonly asks: 'nothing' | 'whetherItCameOut' | 'print' | 'reprint';
}

/** Where the ticket of a paid sale, or the slip of a refund, is, in words. */
export function paperSentence(fate: TicketFate, t: Translate, paper: Paper): PaperSentence {
  const why = fate.trouble ? t(`printerTroubles.${fate.trouble}.what`) : null;
  const todo = fate.trouble ? t(`printerTroubles.${fate.trouble}.todo`) : null;
  switch (fate.status) {
    case 'queued':
      return why === null
        ? { tone: 'quiet', what: t(`${paper}.printing`), todo: null, asks: 'nothing' }
        : { tone: 'attention', what: `${t(`${paper}.waiting`)}: ${lowerFirst(why)}`, todo, asks: 'nothing' };
    case 'sending':
      return { tone: 'quiet', what: t(`${paper}.printing`), todo: null, asks: 'nothing' };
    case 'printed': {
      const what = fate.copy === 0 ? t(`${paper}.printed`) : t(`${paper}.reprinted`, { copy: String(fate.copy) });
      return { tone: 'done', what, todo: null, asks: 'reprint' };
    }
    case 'unconfirmed':
      return { tone: 'attention', what: t(`${paper}.question`), todo: why, asks: 'whetherItCameOut' };
    case 'failed':
      return {
        tone: 'refused',
        what: why === null ? `${t(`${paper}.failed`)}.` : `${t(`${paper}.failed`)}: ${lowerFirst(why)}`,
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
