import { useState, type SubmitEvent } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { dialogs, drafts } from '../till/stores';
import './LineForm.css';

/** A few words on a line, printed under it. */
export function NoteDialog({ lineId }: { readonly lineId: string }) {
  const { t } = useWords();
  const line = useStore(drafts, (state) => state.draft?.lines.find(({ id }) => id === lineId));
  const [typed, setTyped] = useState(line?.note ?? '');
  const { close } = dialogs.getState();
  const put = (note: string) => {
    drafts.getState().setNote(lineId, note);
    close();
  };
  return (
    <Modal title={t('line.note')} width="narrow" onClose={close}>
      <form
        className="line-form"
        aria-label={t('line.note')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          put(typed);
        }}
      >
        <Field
          label={t('line.noteField')}
          help={t('line.noteHelp')}
          maxLength={120}
          data-first-focus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <div className="line-form-answers">
          <Button look="main" size="large" type="submit" hotkey={t('sale.keys.enter')}>
            {t('line.apply')}
          </Button>
          {line?.note !== undefined && (
            <Button
              size="large"
              onClick={() => {
                put('');
              }}
            >
              {t('line.noteTake')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
