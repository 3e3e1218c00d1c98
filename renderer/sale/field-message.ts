import type { Sentence } from '../../shared/texts/es/error-texts';
import type { Words } from '../hooks/use-words';
import type { DraftProblem } from '../till/draft-store';
import { MAX_LINES } from '../till/draft-store';

/** What the field has to say about what was last entered. */
export type FieldMessage =
  | { readonly kind: 'trouble'; readonly sentence: Sentence }
  /** Nothing has this code; as many of it as `quantity` says, as typed before a star. */
  | { readonly kind: 'unknown'; readonly code: string; readonly quantity: string | null }
  /** Only heard, for people who don't see the ticket. */
  | { readonly kind: 'added'; readonly text: string };

export function draftSentence(problem: DraftProblem, { t, failure }: Words): Sentence {
  switch (problem) {
    case 'amountTooLarge':
      return failure('amountTooLarge');
    case 'locked':
      return failure('chargeInProgress');
    case 'tooManyLines':
      return { what: t('sale.full', { count: MAX_LINES }), todo: t('sale.fullTodo') };
    case 'quantityTooLarge':
      return { what: t('quantityProblems.tooLarge.what'), todo: t('quantityProblems.tooLarge.todo') };
  }
}
