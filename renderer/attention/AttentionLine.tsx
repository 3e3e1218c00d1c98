import { TriangleAlert } from 'lucide-react';
import { hotkeys } from '../../shared/hotkeys';
import { useWords } from '../hooks/use-words';
import { KeyCap } from '../parts/KeyCap';
import { dialogs } from '../till/stores';
import './AttentionLine.css';

/** One amber line while any money waits for a person. */
export function AttentionLine({ count }: { readonly count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="attention-line"
      aria-haspopup="dialog"
      aria-keyshortcuts="F12"
      onClick={() => {
        dialogs.getState().open({ kind: 'review', caseId: null });
      }}
    >
      <TriangleAlert aria-hidden="true" size={22} />
      <strong>{t('attention.line', { count })}</strong>
      <span>{t('attention.open')}</span>
      <KeyCap name={hotkeys.review} />
    </button>
  );
}
