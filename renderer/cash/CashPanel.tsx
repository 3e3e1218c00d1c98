import { useEffect, useRef, useState } from 'react';
import { likelyNotes } from '../../shared/cash/banknotes';
import { roundForCash, type CashRounding } from '../../shared/cash/cash-rounding';
import { decimalsOf } from '../../shared/country';
import { hotkeys } from '../../shared/hotkeys';
import type { MinorUnits } from '../../shared/money';
import { draftTotal, type Draft } from '../../shared/sale';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useAction } from '../hooks/use-action';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useWords, type Words } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { readCashOffer, type CashOffer } from '../lib/cash-offer';
import { decimalPointOf } from '../lib/parse-amount';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Money } from '../parts/Money';
import { NumberPad } from '../parts/NumberPad';
import { Total } from '../parts/Total';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import type { CashMode } from '../till/paying-store';
import { flushDraft } from '../till/start-till';
import { payings } from '../till/stores';
import './CashPanel.css';

interface CashPanelProps {
  readonly draft: Draft;
  readonly mode: CashMode;
  readonly rounding: CashRounding;
  /** Whether the rest may be charged by QR now. */
  readonly mayCharge: boolean;
}

/** Money over the counter: what is due, what was handed over, what goes back. Enter takes it; Escape goes back to the sale. */
export function CashPanel({ draft, mode, rounding, mayCharge }: CashPanelProps) {
  const words = useWords();
  const { t, money, currency, locale, failure } = words;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { begin, leave } = payings.getState();
  const total = draftTotal(draft);
  const rounded = roundForCash(total, rounding);
  // The part that is paid in coins needs no rounding: the QR charges the rest to the cent.
  const due = mode === 'cash' ? rounded.due : total;
  const offer = readCashOffer(typed, { mode, total, due, currency, locale });

  const wish = t('people.wishes.sale', { amount: money(total) });
  const take = useAction((received: MinorUnits) =>
    askPermitted('cash.pay', { draft, expectedTotal: total, expectedDue: due, received }, wish),
  );
  const charge = useAction(async (cash: MinorUnits) => {
    await flushDraft();
    return askPermitted('checkout.start', { draft, expectedTotal: total, cash }, wish);
  });
  const busy = take.busy || charge.busy;
  const refusal = take.failure ?? charge.failure;

  const type = (text: string) => {
    setTyped(text);
    setTried(false);
    take.forget();
    charge.forget();
  };
  const restByQr = () => {
    setTried(true);
    if (offer.kind === 'part' && mayCharge) void charge.run(offer.received);
  };
  const submit = () => {
    setTried(true);
    if (offer.kind === 'enough') void take.run(offer.received);
    else if (mode === 'mixed') restByQr();
  };
  useHotkeys({
    Escape: leave,
    [hotkeys.cash]: () => {
      begin('cash');
    },
    [hotkeys.mixed]: () => {
      if (offer.kind === 'part') restByQr();
      else begin('mixed');
    },
  });
  useEffect(() => {
    field.current?.focus();
  }, [mode]);

  const problem = problemOf(offer, tried, mode, words);
  return (
    <form
      className="cash"
      aria-label={t('cash.region')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header className="cash-head">
        <h1>{t(mode === 'cash' ? 'cash.title' : 'cash.mixedTitle')}</h1>
        <Button look="quiet" hotkey={t('sale.keys.escape')} onClick={leave}>
          {t('cash.back')}
        </Button>
      </header>
      <div className="cash-body">
        <Total label={t('cash.due')} amount={due} />
        {due !== total && (
          <p className="cash-rounded">
            {t('cash.rounded', { total: money(total), rounding: money(rounded.rounding) })}
          </p>
        )}
        <Field
          className="cash-received"
          label={t(mode === 'cash' ? 'cash.received' : 'cash.part')}
          placeholder={mode === 'cash' ? typedAmount(due, currency, locale) : undefined}
          inputMode="decimal"
          maxLength={20}
          inputRef={field}
          value={typed}
          problem={problem}
          onChange={(event) => {
            type(event.target.value);
          }}
        />
        <Outcome offer={offer} mode={mode} />
        <div className="cash-keys" data-mode={mode}>
          <NumberPad
            label={t('cash.pad')}
            eraseLabel={t('cash.erase')}
            decimalPoint={decimalsOf(currency) === 0 ? null : decimalPointOf(locale)}
            onType={(text) => {
              type(typed + text);
              field.current?.focus();
            }}
            onErase={() => {
              type(typed.slice(0, -1));
              field.current?.focus();
            }}
          />
          {mode === 'cash' && (
            <div className="cash-notes" role="group" aria-label={t('cash.notes')}>
              {[due, ...likelyNotes(due, currency, 3)].map((amount) => (
                <Button
                  key={amount}
                  tabIndex={-1}
                  onClick={() => {
                    type(typedAmount(amount, currency, locale));
                    field.current?.focus();
                  }}
                >
                  {amount === due ? t('cash.exact') : <Money amount={amount} />}
                </Button>
              ))}
            </div>
          )}
        </div>
      </div>
      <footer className="cash-foot">
        {refusal && <Trouble {...failure(refusal)} />}
        {mode === 'cash' && offer.kind !== 'part' && (
          <Button look="main" size="large" type="submit" hotkey={t('sale.keys.enter')} disabled={busy}>
            {take.busy ? t('cash.taking') : t('cash.take', { amount: money(due) })}
          </Button>
        )}
        {(mode === 'mixed' || offer.kind === 'part') && (
          <Button
            look="main"
            size="large"
            hotkey={hotkeys.mixed}
            aria-keyshortcuts="F9"
            disabled={busy || !mayCharge || offer.kind !== 'part'}
            onClick={restByQr}
          >
            {charge.busy
              ? t('sale.paying')
              : t('cash.takeRest', { amount: offer.kind === 'part' ? money(offer.rest) : '' }).replace(/\s+/gu, ' ')}
          </Button>
        )}
      </footer>
    </form>
  );
}

/** What goes back, or what is missing: as large as what is due, because it is what the cashier reads next. */
function Outcome({ offer, mode }: { readonly offer: CashOffer; readonly mode: CashMode }) {
  const { t } = useWords();
  const shown =
    offer.kind === 'enough'
      ? { words: t('cash.change'), amount: offer.change }
      : offer.kind === 'part'
        ? mode === 'cash'
          ? { words: t('cash.missing'), amount: offer.missing }
          : { words: t('cash.rest'), amount: offer.rest }
        : null;
  return (
    <p
      className="cash-outcome"
      role="status"
      aria-live="polite"
      data-missing={mode === 'cash' && offer.kind === 'part' ? '' : undefined}
      data-testid="cash-outcome"
    >
      {shown && (
        <>
          <span>{shown.words}</span> <Money amount={shown.amount} />
        </>
      )}
    </p>
  );
}

function problemOf(offer: CashOffer, tried: boolean, mode: CashMode, words: Words): Sentence | null {
  const { t, failure } = words;
  if (offer.kind === 'part') return tried && mode === 'cash' ? failure('receivedTooLittle') : null;
  if (offer.kind === 'nothing') return tried ? amountSentence('empty', words) : null;
  if (offer.kind !== 'problem') return null;
  if (offer.problem === 'tooMuch') return failure('receivedTooMuch');
  if (offer.problem === 'wholeInCash') return { what: t('cash.wholeInCash.what'), todo: t('cash.wholeInCash.todo') };
  return tried ? amountSentence(offer.problem, words) : null;
}
