import { useState, type SubmitEvent } from 'react';
import type { MinorUnits } from '../../shared/money';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useWords } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { parseAmount } from '../lib/parse-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import './FreeAmountForm.css';

interface FreeAmountFormProps {
  readonly onAdd: (name: string, amount: MinorUnits) => Sentence | null;
  readonly onClose: () => void;
}

/** An amount with words, for what the catalogue does not have. */
export function FreeAmountForm({ onAdd, onClose }: FreeAmountFormProps) {
  const words = useWords();
  const { t, currency, locale } = words;
  const [amount, setAmount] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Sentence | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const parsed = parseAmount(amount, currency, locale);
    const refused = parsed.ok
      ? onAdd(name.trim() === '' ? t('sale.freeAmountDefault') : name.trim(), parsed.value)
      : amountSentence(parsed.error, words);
    setProblem(refused);
  };

  return (
    <form
      className="free-amount"
      aria-label={t('sale.freeAmount')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        className="free-amount-amount"
        label={t('sale.freeAmountField')}
        inputMode="decimal"
        maxLength={20}
        autoFocus
        value={amount}
        problem={problem}
        onChange={(event) => {
          setAmount(event.target.value);
          setProblem(null);
        }}
      />
      <Field
        label={t('sale.freeAmountWords')}
        placeholder={t('sale.freeAmountDefault')}
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <div className="free-amount-actions">
        <Button look="main" type="submit" hotkey={t('sale.keys.enter')}>
          {t('sale.freeAmountAdd')}
        </Button>
        <Button onClick={onClose} hotkey="Esc">
          {t('sale.freeAmountCancel')}
        </Button>
      </div>
    </form>
  );
}
