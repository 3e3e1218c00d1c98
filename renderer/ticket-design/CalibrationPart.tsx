import { useState } from 'react';
import type { CodePage, PrinterSettings, PrintOutcome } from '../../shared/printer';
import { calibrationPages } from '../../shared/ticket/layout-calibration';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ChoiceList } from '../setup/ChoiceList';
import { PrintResult } from '../setup/PrintResult';
import { ask } from '../till/bridge';

/** Finds this printer's letters without a word about code pages: which numbered line reads right? */
export function CalibrationPart({ printer }: { readonly printer: PrinterSettings }) {
  const { t, failure } = useWords();
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null);
  const [kept, setKept] = useState<CodePage | null>(null);
  const print = useAction(() => ask('ticketDesign.printCalibration'));
  const keep = useAction((codePage: CodePage) => ask('setup.choosePrinter', { ...printer, codePage }));
  const name = (page: CodePage) => (page === 'ascii' ? t('setup.printer.codePageAscii') : page);
  const failed = print.failure ?? keep.failure;

  const tryOut = async () => {
    setKept(null);
    const reply = await print.run();
    if (reply !== null) setOutcome(reply.ok ? reply.value : null);
  };
  const choose = async (codePage: CodePage) => {
    const reply = await keep.run(codePage);
    if (reply?.ok === true) setKept(codePage);
  };

  return (
    <section className="setup-form setup-new" aria-label={t('ticketDesign.calibration.title')}>
      <h3>{t('ticketDesign.calibration.title')}</h3>
      <p>{t('ticketDesign.calibration.explained')}</p>
      <div className="setup-actions">
        {/* Never disabled: it would lose the focus. */}
        <Button onClick={() => void tryOut()}>
          {print.busy ? t('ticketDesign.calibration.printing') : t('ticketDesign.calibration.print')}
        </Button>
      </div>
      {failed && <Trouble {...failure(failed)} />}
      {outcome && <PrintResult of="calibration" outcome={outcome} />}
      {outcome && outcome.kind !== 'failed' && (
        <ChoiceList
          legend={t('ticketDesign.calibration.choose')}
          value={kept}
          onChoose={(value) => {
            const page = calibrationPages.find((each) => each === value);
            if (page) void choose(page);
          }}
          choices={calibrationPages.map((page, index) => ({
            value: page,
            label: String(index + 1),
            note: page === 'ascii' ? t('ticketDesign.calibration.plain') : page,
          }))}
        />
      )}
      {kept && <p role="status">{t('ticketDesign.calibration.kept', { page: name(kept) })}</p>}
    </section>
  );
}
