import { useState } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { atStake, reviewCases, type ReviewCase } from '../lib/review-case';
import { reviewSentence, straySentence } from '../lib/review-sentence';
import { saleNumber } from '../lib/sale-number';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { Money } from '../parts/Money';
import { Row, RowList } from '../parts/RowList';
import { dialogs } from '../till/stores';
import type { Decided } from './decided';
import { ChargeCase } from './ChargeCase';
import { StrayCase } from './StrayCase';
import './ReviewDialog.css';

interface ReviewDialogProps {
  readonly snapshot: Snapshot;
  readonly openedCase: string | null;
}

/** Every matter of money that a person must decide, newest first, each with its facts and what can be done. */
export function ReviewDialog({ snapshot, openedCase }: ReviewDialogProps) {
  const { t } = useWords();
  const cases = reviewCases(snapshot);
  const [openId, setOpenId] = useState<string | null>(() => {
    const opened = cases.find(({ id }) => id === openedCase) ?? (cases.length === 1 ? cases[0] : undefined);
    return opened?.id ?? null;
  });
  const [decided, setDecided] = useState<Decided | null>(null);
  const { open, close } = dialogs.getState();
  const sale = decided?.sale ?? null;

  return (
    <Modal title={t('attention.title')} tone="attention" onClose={close}>
      <p>{cases.length === 0 ? t('attention.none') : t('attention.explained')}</p>
      <div role="status" aria-live="polite">
        {decided && (
          <p className="review-note">
            <span>{decided.words}</span>
            {sale !== null && (
              <Button
                onClick={() => {
                  open({ kind: 'sales', number: sale });
                }}
              >
                {t('attention.seeSale')}
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="review-list">
        <RowList label={t('attention.title')}>
          {cases.map((each) => (
            <CaseRow
              key={each.id}
              reviewCase={each}
              snapshot={snapshot}
              open={each.id === openId}
              onToggle={() => {
                setOpenId(each.id === openId ? null : each.id);
              }}
              onDecided={setDecided}
            />
          ))}
        </RowList>
      </div>
    </Modal>
  );
}

interface CaseRowProps {
  readonly reviewCase: ReviewCase;
  readonly snapshot: Snapshot;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onDecided: (decided: Decided) => void;
}

function CaseRow({ reviewCase, snapshot, open, onToggle, onDecided }: CaseRowProps) {
  const words = useWords();
  const { t, moment } = words;
  if (reviewCase.kind === 'stray') {
    const { stray, at } = reviewCase;
    return (
      <Row
        title={straySentence(stray, words).what}
        beside={`${t('attention.stray', { payment: stray.paymentId })} · ${moment(at)}`}
        amount={<Money amount={stray.amount} />}
        open={open}
        onToggle={onToggle}
      >
        <StrayCase stray={stray} snapshot={snapshot} onDecided={onDecided} />
      </Row>
    );
  }
  const { state } = reviewCase.checkout;
  const { sale } = state.attempt;
  return (
    <Row
      title={reviewSentence(state, words)?.what ?? ''}
      beside={`${t('attention.sale', { sale: saleNumber(sale.number) })} · ${moment(reviewCase.at)}`}
      amount={<Money amount={atStake(state)} />}
      open={open}
      onToggle={onToggle}
    >
      <ChargeCase checkout={reviewCase.checkout} snapshot={snapshot} onDecided={onDecided} />
    </Row>
  );
}
