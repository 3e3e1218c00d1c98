import type { KeyboardEvent, ReactNode } from 'react';
import { denominationsOf, type Denomination } from '../../shared/denominations';
import { minor } from '../../shared/money';
import { piecesOf } from '../../shared/shift/cash-count';
import { useWords } from '../hooks/use-words';
import { Field } from '../parts/Field';
import { Money } from '../parts/Money';
import type { CountDesk } from './use-count';
import './CountTable.css';

interface CountTableProps {
  readonly desk: CountDesk;
  /** What else is asked for, under the coins, where there is room. */
  readonly children?: ReactNode;
}

/** The notes and coins of the country, a field each; Enter and the arrows go from one to the next. */
export function CountTable({ desk, children }: CountTableProps) {
  const { t, currency } = useWords();
  const all = denominationsOf(currency);
  const problem = { what: t('shift.count.wrong.what'), todo: t('shift.count.wrong.todo') };
  return (
    <div className="count" role="group" aria-label={t('shift.count.region')} onKeyDown={walk}>
      {(['note', 'coin'] as const).map((kind) => (
        <section key={kind} aria-label={t(kind === 'note' ? 'shift.count.notes' : 'shift.count.coins')}>
          <h3>{t(kind === 'note' ? 'shift.count.notes' : 'shift.count.coins')}</h3>
          {all
            .filter((each) => each.kind === kind)
            .map((denomination, index) => (
              <CountRow
                key={denomination.value}
                denomination={denomination}
                desk={desk}
                first={kind === 'note' && index === 0}
              />
            ))}
          {kind === 'coin' && (
            <div className="count-rest">
              <Field
                label={t('shift.count.other')}
                inputMode="decimal"
                maxLength={20}
                value={desk.typedOther}
                problem={desk.isOtherReadable ? null : problem}
                onChange={(event) => {
                  desk.typeOther(event.target.value);
                }}
              />
              <p className="count-total">
                <span>{t('shift.count.total')}</span>
                <strong data-testid="counted">
                  <Money amount={desk.total} />
                </strong>
              </p>
              {children}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

interface CountRowProps {
  readonly denomination: Denomination;
  readonly desk: CountDesk;
  readonly first: boolean;
}

function CountRow({ denomination, desk, first }: CountRowProps) {
  const { t, money } = useWords();
  const { kind, value } = denomination;
  const pieces = piecesOf(desk.count, denomination);
  return (
    <label className="count-row">
      <Money amount={value} />
      <input
        autoComplete="off"
        inputMode="numeric"
        maxLength={5}
        aria-label={t(kind === 'note' ? 'shift.count.noteOf' : 'shift.count.coinOf', { value: money(value) })}
        aria-invalid={desk.isReadable(denomination) ? undefined : true}
        {...(first && { 'data-first-focus': true, autoFocus: true })}
        value={desk.typedFor(denomination)}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          desk.type(denomination, event.target.value);
        }}
      />
      <span className="count-sum">{pieces === 0 ? '' : <Money amount={minor(pieces * value)} />}</span>
    </label>
  );
}

/** Who counts has one hand on the number pad. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.findIndex((field) => field === event.target) + step];
  // From the last field Enter goes on to what the form does.
  if (!next && event.key === 'Enter') return;
  event.preventDefault();
  next?.focus();
}
