import { useState, type SubmitEvent } from 'react';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { Trouble } from '../parts/Trouble';
import { dialogs } from '../till/stores';
import { holdSale } from './hold-sale';
import '../line/LineForm.css';

/** Puts the sale being typed aside, under a name or none: the queue goes on. */
export function HoldDialog() {
  const { t, failure } = useWords();
  const [name, setName] = useState('');
  const hold = useAction(holdSale);
  const { close } = dialogs.getState();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if ((await hold.run(name))?.ok === true) close();
  };
  return (
    <Modal title={t('held.holdTitle')} width="narrow" onClose={close}>
      <form className="line-form" aria-label={t('held.holdTitle')} onSubmit={(event) => void submit(event)}>
        <Field
          label={t('held.name')}
          help={t('held.nameHelp')}
          maxLength={40}
          data-first-focus
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        {hold.failure && <Trouble {...failure(hold.failure)} />}
        <div className="line-form-answers">
          <Button look="main" size="large" type="submit" disabled={hold.busy} hotkey={t('sale.keys.enter')}>
            {t('held.holdNow')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
