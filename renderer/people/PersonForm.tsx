import { useState, type SubmitEvent } from 'react';
import type { Operator, Role } from '../../shared/people/people';
import type { Reply } from '../../shared/ipc-contract';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { NewPinFields } from './NewPinFields';
import { pinDraftOf, pinProblem } from './pin-draft';
import './RecoverForm.css';

interface Person {
  readonly name: string;
  readonly role: Role;
  /** null keeps the one there is. */
  readonly pin: string | null;
}

interface PersonFormProps {
  readonly title: string;
  /** null: a new one. */
  readonly operator: Operator | null;
  readonly roles: readonly Role[];
  readonly onSave: (person: Person) => Promise<Reply<unknown>>;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** A name, a role and a PIN. */
export function PersonForm({ title, operator, roles, onSave, onDone, onBack }: PersonFormProps) {
  const { t, failure } = useWords();
  const [name, setName] = useState(operator?.name ?? '');
  const [role, setRole] = useState<Role>(operator?.role ?? roles[0] ?? 'cashier');
  const [pin, setPin] = useState(pinDraftOf(''));
  const [tried, setTried] = useState(false);
  const save = useAction(onSave);
  const keepsPin = operator !== null && pin.pin === '' && pin.again === '';
  const problem = keepsPin ? null : pinProblem(pin);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || problem !== null) return;
    const reply = await save.run({ name: name.trim(), role, pin: keepsPin ? null : pin.pin });
    if (reply?.ok === true) onDone();
  };
  return (
    <form
      className={operator ? 'setup-form' : 'setup-form setup-new'}
      aria-label={title}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      {!operator && <h3>{title}</h3>}
      <Field
        label={t('people.setup.fieldName')}
        maxLength={40}
        autoFocus
        value={name}
        problem={tried && name.trim() === '' ? { what: t('people.setup.nameProblem'), todo: '' } : null}
        onChange={(event) => {
          setName(event.target.value);
          save.forget();
        }}
      />
      <fieldset className="person-roles">
        <legend>{t('people.setup.role')}</legend>
        {roles.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`role-${operator?.id ?? 'new'}`}
              checked={each === role}
              onChange={() => {
                setRole(each);
                save.forget();
              }}
            />
            {t(`people.roles.${each}`)}
          </label>
        ))}
      </fieldset>
      <NewPinFields
        label={t(operator ? 'people.setup.changePin' : 'people.setup.newPin')}
        help={t(operator ? 'people.setup.changePinHelp' : 'people.setup.pinHelp')}
        draft={pin}
        problem={tried ? problem : null}
        onChange={(next) => {
          setPin(next);
          save.forget();
        }}
      />
      {save.failure && <Trouble {...failure(save.failure)} />}
      <div className="setup-actions">
        <Button look="main" type="submit" disabled={save.busy}>
          {operator
            ? t(save.busy ? 'setup.saving' : 'setup.save')
            : t(save.busy ? 'people.setup.creating' : 'people.setup.create')}
        </Button>
        {!operator && <Button onClick={onBack}>{t('people.setup.cancel')}</Button>}
      </div>
    </form>
  );
}
