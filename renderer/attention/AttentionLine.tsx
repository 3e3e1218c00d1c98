import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { CheckoutSnapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { AttentionList } from './AttentionList';
import './AttentionLine.css';

/** One amber line while any charge waits for a person. */
export function AttentionLine({ attention }: { readonly attention: readonly CheckoutSnapshot[] }) {
  const { t } = useWords();
  const list = useRef<HTMLDialogElement>(null);
  if (attention.length === 0) return null;
  return (
    <>
      <button type="button" className="attention-line" aria-haspopup="dialog" onClick={() => list.current?.showModal()}>
        <TriangleAlert aria-hidden="true" size={22} />
        <strong>{t('attention.line', { count: attention.length })}</strong>
        <span>{t('attention.open')}</span>
      </button>
      <AttentionList dialogRef={list} attention={attention} />
    </>
  );
}
