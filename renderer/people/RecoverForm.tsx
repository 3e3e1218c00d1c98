import { useState, type SubmitEvent } from 'react';
import type { Operator } from '../../shared/people/people';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { NewPinFields } from './NewPinFields';
import { pinDraftOf, pinProblem } from './pin-draft';
import './RecoverForm.css';

interface RecoverFormProps {
  readonly operators: readonly Operator[];
  readonly onBack: () => void;
}

/** The owner's way in when every PIN is forgotten: with the token of the account that the money goes to. */
export function RecoverForm({ operators, onBack }: RecoverFormProps) {
  const { t, failure } = useWords();
  const managers = operators.filter(({ role }) => role === 'manager');
  const [token, setToken] = useState('');
  const [id, setId] = useState(managers[0]?.id ?? '');
  const [pin, setPin] = useState(pinDraftOf(''));
  const [tried, setTried] = useState(false);
  const recover = useAction(() => ask('people.recover', { token: token.trim(), id, pin: pin.pin }));
  const short = token.trim().length < 10;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || pinProblem(pin) !== null) return;
    await recover.run();
  };
  return (
    <form
      className="recover"
      aria-label={t('people.recover.title')}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <h2>{t('people.recover.title')}</h2>
      <p>{t('people.recover.explained')}</p>
      <Field
        label={t('people.recover.token')}
        type="password"
        maxLength={300}
        autoFocus
        value={token}
        problem={tried && short ? { what: t('people.recover.tokenProblem'), todo: '' } : null}
        onChange={(event) => {
          setToken(event.target.value);
          recover.forget();
        }}
      />
      <fieldset className="person-roles">
        <legend>{t('people.recover.who')}</legend>
        {managers.map((each) => (
          <label key={each.id}>
            <input
              type="radio"
              name="manager"
              checked={each.id === id}
              onChange={() => {
                setId(each.id);
              }}
            />
            {each.name}
          </label>
        ))}
      </fieldset>
      <NewPinFields
        label={t('people.setup.newPin')}
        help={t('people.setup.pinHelp')}
        draft={pin}
        problem={tried ? pinProblem(pin) : null}
        onChange={(next) => {
          setPin(next);
          recover.forget();
        }}
      />
      {recover.failure && <Trouble {...failure(recover.failure)} />}
      <div className="recover-answers">
        <Button look="main" size="large" type="submit" disabled={recover.busy}>
          {recover.busy ? t('people.recover.busy') : t('people.recover.confirm')}
        </Button>
        <Button size="large" hotkey={t('sale.keys.escape')} onClick={onBack}>
          {t('people.recover.back')}
        </Button>
      </div>
    </form>
  );
}
