import { useState } from 'react';
import type { ProductImport } from '../../shared/product-file';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import './ImportPreviewPanel.css';

interface LastImportProps {
  readonly last: ProductImport;
  readonly onUndone: () => void;
}

/** The last file that was applied, and the way back from it. */
export function LastImport({ last, onUndone }: LastImportProps) {
  const { t, failure, moment } = useWords();
  const [asking, setAsking] = useState(false);
  const undo = useAction(() => ask('productFile.undo'));
  const { file, at, added, changed, removed, undoneAt } = last;

  return (
    <section className="setup-form import-last" aria-label={t('productFile.last', { file, moment: moment(at) })}>
      <p>
        <strong>{t('productFile.last', { file, moment: moment(at) })}</strong>
        <br />
        {t('productFile.lastFacts', { added, changed, removed })}
        {undoneAt !== null && <> · {t('productFile.undone', { moment: moment(undoneAt) })}</>}
      </p>
      {undoneAt === null && !asking && (
        <div className="setup-actions">
          <Button
            disabled={undo.busy}
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('productFile.undo')}
          </Button>
        </div>
      )}
      {asking && (
        <InlineConfirm
          question={t('productFile.undoQuestion', { file })}
          explained={t('productFile.undoExplained')}
          yes={t('productFile.undoYes')}
          no={t('productFile.undoNo')}
          busy={undo.busy}
          onYes={() => {
            void undo.run().then((reply) => {
              setAsking(false);
              if (reply?.ok === true) onUndone();
            });
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      )}
      {undo.failure && <Trouble {...failure(undo.failure)} />}
    </section>
  );
}
