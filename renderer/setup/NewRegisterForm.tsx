import { useState, type SubmitEvent } from 'react';
import type { RegisterChoice } from '../../shared/ipc-contract';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { isExternalId, suggestExternalId } from '../lib/external-id';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { ask } from '../till/bridge';
import { FormActions } from './FormActions';

/** Mercado Pago allows more; the references that begin with it need the room. */
const LONGEST_ID = 24;

interface NewRegisterFormProps {
  readonly storeId: string;
  readonly onCreated: (register: RegisterChoice) => void;
  readonly onClose: () => void;
}

/** A caja that Mercado Pago does not have yet, made so that it can charge by QR. */
export function NewRegisterForm({ storeId, onCreated, onClose }: NewRegisterFormProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [typedId, setTypedId] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const externalId = typedId ?? suggestExternalId(name, LONGEST_ID);
  const create = useAction(() => ask('setup.createRegister', { storeId, externalId, name: name.trim() }));

  const nameMissing = name.trim() === '';
  const idWrong = !isExternalId(externalId, LONGEST_ID);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameMissing || idWrong) return;
    const reply = await create.run();
    if (reply?.ok === true) onCreated(reply.value);
  };

  return (
    <form
      className="setup-form setup-new"
      aria-label={t('setup.register.createRegister')}
      onSubmit={(event) => void submit(event)}
    >
      <h3>{t('setup.register.createRegister')}</h3>
      <div className="setup-pair">
        <Field
          label={t('setup.register.fieldName')}
          maxLength={44}
          autoFocus
          value={name}
          problem={
            checked && nameMissing
              ? { what: t('setup.register.required', { fields: t('setup.register.fieldName') }), todo: '' }
              : null
          }
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Field
          label={t('setup.register.externalId')}
          help={t('setup.register.externalIdHelp')}
          maxLength={LONGEST_ID}
          value={externalId}
          problem={
            checked && idWrong && !nameMissing
              ? { what: t('setup.register.externalIdProblem', { max: String(LONGEST_ID) }), todo: '' }
              : null
          }
          onChange={(event) => {
            setTypedId(event.target.value);
            create.forget();
          }}
        />
      </div>
      <FormActions action={create} words={t('setup.register.create')} busyWords={t('setup.register.creating')}>
        <Button onClick={onClose}>{t('setup.register.cancel')}</Button>
      </FormActions>
    </form>
  );
}
