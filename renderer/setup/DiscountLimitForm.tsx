import { useState, type SubmitEvent } from 'react';
import { WHOLE } from '../../shared/discount';
import { hasOperators, mayDo, type People } from '../../shared/people/people';
import type { SellingSettings } from '../../shared/selling';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { parsePercent } from '../lib/parse-percent';
import { Field } from '../parts/Field';
import { ask } from '../till/bridge';
import { FormActions } from './FormActions';
import { SavedNote } from './SavedNote';

interface DiscountLimitFormProps {
  readonly selling: SellingSettings;
  readonly people: People;
}

/** The most that a cashier takes off alone. Managers have no limit: they are who is asked. */
export function DiscountLimitForm({ selling, people }: DiscountLimitFormProps) {
  const { t, locale } = useWords();
  const [typed, setTyped] = useState(() => typedLimit(selling.discountLimit, locale));
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction((discountLimit: number) => ask('setup.saveSelling', { ...selling, discountLimit }));
  const percent = typed.trim() === '' ? WHOLE / 100 : parsePercent(typed);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (percent === null) return;
    setSaved((await save.run(Math.round(percent * 100)))?.ok === true);
  };
  const note = !hasOperators(people)
    ? t('setup.selling.discount.nobody')
    : mayDo('cashier', 'discountOverLimit', people.settings)
      ? t('setup.selling.discount.granted')
      : null;
  return (
    <form
      className="setup-form"
      aria-label={t('setup.selling.discount.title')}
      onSubmit={(event) => void submit(event)}
    >
      <h3>{t('setup.selling.discount.title')}</h3>
      <Field
        className="setup-short"
        label={t('setup.selling.discount.limit')}
        help={t('setup.selling.discount.limitHelp')}
        inputMode="decimal"
        maxLength={6}
        value={typed}
        problem={
          checked && percent === null
            ? { what: t('setup.selling.discount.problem.what'), todo: t('setup.selling.discount.problem.todo') }
            : null
        }
        onChange={(event) => {
          setTyped(event.target.value);
          setChecked(false);
          setSaved(false);
          save.forget();
        }}
      />
      {note !== null && <p className="setup-note">{note}</p>}
      <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
        <SavedNote shown={saved} />
      </FormActions>
    </form>
  );
}

function typedLimit(limit: number, locale: string): string {
  if (limit === WHOLE) return '';
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 }).format(limit / 100);
}
