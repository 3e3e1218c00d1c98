import { useState, type SubmitEvent } from 'react';
import { useStore } from 'zustand';
import { amountOff, type Discount } from '../../shared/discount';
import { minor, type MinorUnits } from '../../shared/money';
import { draftSubtotal, lineGross, type Draft, type DraftLine } from '../../shared/sale';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useWords, type Words } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { parseDiscount, typedPercent, type DiscountProblem } from '../lib/parse-discount';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { dialogs, drafts } from '../till/stores';
import './LineForm.css';

const QUICK_PERCENTS = [500, 1000, 1500, 2000, 5000];

/** Takes something off a line, or off the whole sale. */
export function DiscountDialog({ lineId }: { readonly lineId: string }) {
  const { t } = useWords();
  const draft = useStore(drafts, (state) => state.draft);
  const line = draft?.lines.find(({ id }) => id === lineId);
  const { close } = dialogs.getState();
  return (
    <Modal title={t('line.discount')} width="narrow" onClose={close}>
      {draft && line && <DiscountForm draft={draft} line={line} onDone={close} />}
    </Modal>
  );
}

interface DiscountFormProps {
  readonly draft: Draft;
  readonly line: DraftLine;
  readonly onDone: () => void;
}

function DiscountForm({ draft, line, onDone }: DiscountFormProps) {
  const words = useWords();
  const { t, money, currency, locale } = words;
  const [of, setOf] = useState<'line' | 'sale'>('line');
  const target =
    of === 'line' ? { from: lineGross(line), now: line.discount } : { from: draftSubtotal(draft), now: draft.discount };
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const text = typed ?? typedDiscount(target.now, words);
  const parsed = parseDiscount(text, currency, locale);
  const problem = parsed.ok ? tooMuch(parsed.value, target.from, words) : sentenceOf(parsed.error, words);

  const put = (discount: Discount | null) => {
    const { setDiscount, setSaleDiscount } = drafts.getState();
    if (of === 'line') setDiscount(line.id, discount);
    else setSaleDiscount(discount);
    onDone();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.ok && !problem) put(parsed.value);
  };
  const choose = (next: 'line' | 'sale') => () => {
    setOf(next);
    setTyped(null);
    setTried(false);
  };

  return (
    <form className="line-form" aria-label={t('line.discount')} noValidate onSubmit={submit}>
      <fieldset className="line-form-targets">
        <legend>{t('line.of')}</legend>
        <label>
          <input type="radio" name="of" checked={of === 'line'} onChange={choose('line')} />
          {t('line.ofLine', { name: line.name, amount: money(lineGross(line)) })}
        </label>
        <label>
          <input type="radio" name="of" checked={of === 'sale'} onChange={choose('sale')} />
          {t('line.ofSale', { amount: money(draftSubtotal(draft)) })}
        </label>
      </fieldset>
      <Field
        label={t('line.discountField')}
        help={t('line.discountHelp')}
        maxLength={20}
        data-first-focus
        value={text}
        problem={tried ? problem : null}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setTried(false);
        }}
      />
      <div className="line-form-quick">
        {QUICK_PERCENTS.map((hundredths) => (
          <Button
            key={hundredths}
            onClick={() => {
              setTyped(typedPercent(hundredths, locale));
            }}
          >
            {typedPercent(hundredths, locale)}
          </Button>
        ))}
      </div>
      <p className="line-form-leaves" role="status">
        {parsed.ok && !problem && leaves(parsed.value, target.from, words)}
      </p>
      <div className="line-form-answers">
        <Button look="main" size="large" type="submit" hotkey={t('sale.keys.enter')}>
          {t('line.apply')}
        </Button>
        {target.now && (
          <Button
            size="large"
            onClick={() => {
              put(null);
            }}
          >
            {t('line.take')}
          </Button>
        )}
      </div>
    </form>
  );
}

function typedDiscount(discount: Discount | undefined, { currency, locale }: Words): string {
  if (!discount) return '';
  return discount.kind === 'percent'
    ? typedPercent(discount.hundredths, locale)
    : typedAmount(discount.amount, currency, locale);
}

function leaves(discount: Discount, from: MinorUnits, { t, money }: Words): string {
  const off = amountOff(from, discount);
  return t('line.leaves', { amount: money(minor(from - off)), off: money(off) });
}

function tooMuch(discount: Discount, from: MinorUnits, { t, money }: Words): Sentence | null {
  if (discount.kind === 'percent' || discount.amount <= from) return null;
  const amount = money(from);
  return { what: t('line.discountProblems.tooMuch.what', { amount }), todo: t('line.discountProblems.tooMuch.todo') };
}

function sentenceOf(problem: DiscountProblem, words: Words): Sentence {
  const { t } = words;
  if (problem !== 'percent') return amountSentence(problem, words);
  return { what: t('line.discountProblems.percent.what'), todo: t('line.discountProblems.percent.todo') };
}
