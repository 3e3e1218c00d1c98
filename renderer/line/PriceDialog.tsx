import { useState, type SubmitEvent } from 'react';
import { useStore } from 'zustand';
import type { MinorUnits } from '../../shared/money';
import type { DraftLine } from '../../shared/sale';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useWords } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { parseAmount } from '../lib/parse-amount';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { draftSentence } from '../sale/field-message';
import { dialogs, drafts } from '../till/stores';
import './LineForm.css';

/** Another price for one line of this sale. */
export function PriceDialog({ lineId }: { readonly lineId: string }) {
  const { t } = useWords();
  const line = useStore(drafts, (state) => state.draft?.lines.find(({ id }) => id === lineId));
  const { close } = dialogs.getState();
  return (
    <Modal title={t('line.price')} width="narrow" onClose={close}>
      {line && <PriceForm line={line} onDone={close} />}
    </Modal>
  );
}

function PriceForm({ line, onDone }: { readonly line: DraftLine; readonly onDone: () => void }) {
  const words = useWords();
  const { t, money, currency, locale } = words;
  const [typed, setTyped] = useState(() => typedAmount(line.unitPrice, currency, locale));
  const [problem, setProblem] = useState<Sentence | null>(null);
  const listed = line.kind === 'product' ? (line.listPrice ?? line.unitPrice) : null;

  const put = (price: MinorUnits) => {
    const changed = drafts.getState().setPrice(line.id, price);
    if (changed && !changed.ok) setProblem(draftSentence(changed.error, words));
    else onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const parsed = parseAmount(typed, currency, locale);
    if (parsed.ok) put(parsed.value);
    else setProblem(amountSentence(parsed.error, words));
  };

  return (
    <form className="line-form" aria-label={t('line.price')} noValidate onSubmit={submit}>
      <Field
        label={t('line.priceField', { name: line.name })}
        help={listed === null ? t('line.priceHelpFree') : t('line.priceHelp', { price: money(listed) })}
        inputMode="decimal"
        maxLength={20}
        data-first-focus
        value={typed}
        problem={problem}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
        }}
      />
      <div className="line-form-answers">
        <Button look="main" size="large" type="submit" hotkey={t('sale.keys.enter')}>
          {t('line.apply')}
        </Button>
        {listed !== null && listed !== line.unitPrice && (
          <Button
            size="large"
            onClick={() => {
              put(listed);
            }}
          >
            {t('line.priceBack', { price: money(listed) })}
          </Button>
        )}
      </div>
    </form>
  );
}
