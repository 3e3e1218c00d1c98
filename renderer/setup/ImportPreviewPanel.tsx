import { useState } from 'react';
import type { ImportPreview, ProductImport } from '../../shared/product-file';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { ChoiceList } from './ChoiceList';
import { ImportChanges } from './ImportChanges';
import './ImportPreviewPanel.css';

interface ImportPreviewPanelProps {
  readonly preview: ImportPreview;
  readonly onApplied: (made: ProductImport) => void;
  readonly onDiscard: () => void;
}

/** What a file would change. Nothing has changed yet. */
export function ImportPreviewPanel({ preview, onApplied, onDiscard }: ImportPreviewPanelProps) {
  const { t, failure, locale } = useWords();
  const [missing, setMissing] = useState<'keep' | 'remove'>('keep');
  const [asking, setAsking] = useState(false);
  const apply = useAction(() => ask('productFile.apply', { planId: preview.planId, missing }));
  const removes = missing === 'remove' && preview.missing > 0;
  const idle = preview.added + preview.changed === 0 && !removes;
  const number = (value: number) => value.toLocaleString(locale);

  const carryOut = async () => {
    const reply = await apply.run();
    setAsking(false);
    if (reply?.ok === true) onApplied(reply.value);
  };

  return (
    <section className="setup-form" aria-label={t('productFile.preview', { file: preview.file })}>
      <h3>{t('productFile.preview', { file: preview.file })}</h3>
      <dl className="import-counts">
        {(['added', 'changed', 'unchanged', 'missing', 'wrong'] as const).map((kind) => (
          <div key={kind} data-kind={kind} data-none={preview[kind] === 0 ? '' : undefined}>
            <dt>{t(`productFile.${kind}`)}</dt>
            <dd>{number(preview[kind])}</dd>
          </div>
        ))}
      </dl>
      <p className="field-help">
        {t('productFile.recognised')}: {preview.columns.map((column) => t(`productFile.columns.${column}`)).join(', ')}.
        {preview.ignored.length > 0 && (
          <>
            {' '}
            {t('productFile.ignored')}: {preview.ignored.join(', ')}.
          </>
        )}
      </p>
      <ImportChanges preview={preview} />
      {preview.missing > 0 && (
        <ChoiceList
          legend={t('productFile.missingLegend')}
          value={missing}
          choices={[
            { value: 'keep', label: t('productFile.keepMissing') },
            { value: 'remove', label: t('productFile.removeMissing') },
          ]}
          onChoose={(value) => {
            setMissing(value === 'remove' ? 'remove' : 'keep');
            setAsking(false);
          }}
        />
      )}
      {apply.failure && <Trouble {...failure(apply.failure)} />}
      {asking ? (
        <InlineConfirm
          question={t('productFile.removeQuestion', { count: preview.missing })}
          yes={t('productFile.removeYes')}
          no={t('productFile.removeNo')}
          busy={apply.busy}
          onYes={() => void carryOut()}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : (
        <div className="setup-actions">
          <Button
            look="main"
            disabled={apply.busy || idle}
            onClick={() => {
              if (removes) setAsking(true);
              else void carryOut();
            }}
          >
            {apply.busy ? t('productFile.applying') : t('productFile.apply')}
          </Button>
          <Button disabled={apply.busy} onClick={onDiscard}>
            {t('productFile.discard')}
          </Button>
          {idle && <p role="status">{t('productFile.nothingChanges')}</p>}
        </div>
      )}
    </section>
  );
}
