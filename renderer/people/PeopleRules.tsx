import { useState, type SubmitEvent } from 'react';
import { grantablePermissions, type Grantable, type PeopleSettings } from '../../shared/people/people';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Field } from '../parts/Field';
import { CheckField } from '../setup/CheckField';
import { FormActions } from '../setup/FormActions';
import { SavedNote } from '../setup/SavedNote';
import { ask } from '../till/bridge';

/** When the screen locks, and what cashiers may do without asking. */
export function PeopleRules({ settings }: { readonly settings: PeopleSettings }) {
  const { t } = useWords();
  const [minutes, setMinutes] = useState(settings.lockAfterMinutes === null ? '' : String(settings.lockAfterMinutes));
  const [cashierMay, setCashierMay] = useState<readonly Grantable[]>(settings.cashierMay);
  const [saved, setSaved] = useState(false);
  const save = useAction((lockAfterMinutes: number | null) =>
    ask('people.saveSettings', { lockAfterMinutes, cashierMay: [...cashierMay] }),
  );
  const typed = minutes.trim();
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  const wrong = typed !== '' && (number < 1 || number > 120);
  const touched = () => {
    setSaved(false);
    save.forget();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (wrong) return;
    setSaved((await save.run(typed === '' ? null : number))?.ok === true);
  };
  return (
    <form
      className="setup-form people-rules"
      aria-label={t('people.setup.rules')}
      onSubmit={(event) => void submit(event)}
    >
      <Field
        className="setup-short"
        label={t('people.setup.lockAfter')}
        help={t('people.setup.lockAfterHelp')}
        inputMode="numeric"
        maxLength={3}
        value={minutes}
        problem={wrong ? { what: t('people.setup.lockAfterProblem'), todo: '' } : null}
        onChange={(event) => {
          setMinutes(event.target.value);
          touched();
        }}
      />
      <fieldset className="people-rights">
        <legend>{t('people.setup.cashierMay')}</legend>
        {grantablePermissions.map((permission) => (
          <CheckField
            key={permission}
            label={t(`people.permissions.${permission}`)}
            checked={cashierMay.includes(permission)}
            onChange={(isAllowed) => {
              const others = cashierMay.filter((each) => each !== permission);
              setCashierMay(isAllowed ? [...others, permission] : others);
              touched();
            }}
          />
        ))}
      </fieldset>
      <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
        <SavedNote shown={saved} />
      </FormActions>
    </form>
  );
}
