import { useState, type SubmitEvent } from 'react';
import { countryOf } from '../../shared/country';
import type { Setup } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { withoutTaxLabel, withTaxLabel } from '../lib/tax-id';
import { Field } from '../parts/Field';
import { ask } from '../till/bridge';
import { FormActions } from './FormActions';
import { SavedNote } from './SavedNote';

const empty = { name: '', address: '', taxId: '', footer: '' };

/** Who the tickets are from. */
export function BusinessStep({ setup: { business } }: { readonly setup: Setup }) {
  const { t, currency } = useWords();
  const taxLabel = countryOf(currency).taxIdLabel;
  const [typed, setTyped] = useState(() => {
    const { taxId, ...rest } = business ?? empty;
    return { ...rest, taxId: withoutTaxLabel(taxLabel, taxId) };
  });
  const [nameMissing, setNameMissing] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction(() => ask('setup.saveBusiness', { ...typed, taxId: withTaxLabel(taxLabel, typed.taxId) }));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const missing = typed.name.trim() === '';
    setNameMissing(missing);
    if (missing) return;
    setSaved((await save.run())?.ok === true);
  };
  const field = (key: keyof typeof empty, label: string, maxLength: number, help?: string) => (
    <Field
      label={label}
      help={help}
      maxLength={maxLength}
      value={typed[key]}
      problem={key === 'name' && nameMissing ? { what: t('setup.business.required'), todo: '' } : null}
      onChange={(event) => {
        setTyped({ ...typed, [key]: event.target.value });
        setNameMissing(false);
        setSaved(false);
        save.forget();
      }}
    />
  );

  return (
    <form className="setup-form" onSubmit={(event) => void submit(event)}>
      {field('name', t('setup.business.businessName'), 80)}
      {field('address', t('setup.business.address'), 160)}
      {field('taxId', taxLabel, 30)}
      {field('footer', t('setup.business.footer'), 240, t('setup.business.footerHelp'))}
      <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
        <SavedNote shown={saved} />
      </FormActions>
    </form>
  );
}
