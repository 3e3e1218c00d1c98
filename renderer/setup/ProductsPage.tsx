import { useState } from 'react';
import { taxesProducts } from '../../shared/country';
import type { ReadFileOutcome } from '../../shared/product-file';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { Facts } from './Facts';
import { ImportPreviewPanel } from './ImportPreviewPanel';
import { LastImport } from './LastImport';

const askState = () => ask('productFile.state');

/** The catalogue by file: what is there, what a file would change, and the way back. */
export function ProductsPage() {
  const { t, currency, failure } = useWords();
  const { loaded, again } = useLoad(askState, '');
  const [read, setRead] = useState<ReadFileOutcome | null>(null);
  const [note, setNote] = useState('');
  const choose = useAction(() => ask('productFile.choose'));
  const save = useAction(() => ask('productFile.export'));
  const state = loaded.state === 'known' ? loaded.value : null;

  const chooseFile = async () => {
    setNote('');
    const reply = await choose.run();
    if (reply?.ok === true && reply.value !== null) setRead(reply.value);
  };
  const saveFile = async () => {
    setNote('');
    const reply = await save.run();
    if (reply?.ok === true && reply.value !== null) setNote(t('productFile.exported', { file: reply.value.file }));
  };

  return (
    <>
      {state && (
        <Facts
          title={state.products === 0 ? t('productFile.none') : t('productFile.inCatalogue', { count: state.products })}
        />
      )}
      <p className="setup-explained">
        {taxesProducts(currency) ? `${t('productFile.help')} ${t('productFile.helpTax')}` : t('productFile.help')}
      </p>
      <div className="setup-actions">
        <Button
          look={read?.kind === 'preview' ? 'plain' : 'main'}
          disabled={choose.busy}
          onClick={() => void chooseFile()}
        >
          {choose.busy ? t('productFile.reading') : t(read ? 'productFile.chooseAnother' : 'productFile.choose')}
        </Button>
        <Button disabled={save.busy || state?.products === 0} onClick={() => void saveFile()}>
          {save.busy ? t('productFile.exporting') : t('productFile.export')}
        </Button>
      </div>
      {note !== '' && (
        <p className="setup-saved" role="status">
          {note}
        </p>
      )}
      {choose.failure && <Trouble {...failure(choose.failure)} />}
      {save.failure && <Trouble {...failure(save.failure)} />}
      {read?.kind === 'unusable' && (
        <Trouble
          what={`${read.file}: ${t(`productFile.faults.${read.fault}.what`)}`}
          todo={t(`productFile.faults.${read.fault}.todo`)}
        />
      )}
      {read?.kind === 'preview' && (
        <ImportPreviewPanel
          key={read.preview.planId}
          preview={read.preview}
          onApplied={({ file, added, changed, removed }) => {
            setRead(null);
            setNote(t('productFile.applied', { file, added, changed, removed }));
            again();
          }}
          onDiscard={() => {
            setRead(null);
          }}
        />
      )}
      {state?.lastImport && read?.kind !== 'preview' && (
        <LastImport
          last={state.lastImport}
          onUndone={() => {
            setNote('');
            again();
          }}
        />
      )}
    </>
  );
}
