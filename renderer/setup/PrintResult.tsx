import { Check, CircleHelp } from 'lucide-react';
import type { PrintOutcome } from '../../shared/printer';
import { useWords } from '../hooks/use-words';
import { Trouble } from '../parts/Trouble';

interface PrintResultProps {
  readonly of: 'test' | 'calibration' | 'qr' | 'drawer';
  readonly outcome: PrintOutcome;
}

/** How a try of the printer or of the drawer went, in words. */
export function PrintResult({ of, outcome }: PrintResultProps) {
  const { t } = useWords();
  if (outcome.kind === 'failed') {
    return (
      <Trouble
        what={t(`printerTroubles.${outcome.trouble}.what`)}
        todo={t(`printerTroubles.${outcome.trouble}.todo`)}
      />
    );
  }
  if (outcome.kind === 'unconfirmed') {
    const what = `${of !== 'drawer' ? `${t('setup.printer.testUnconfirmed')} ` : ''}${t(`printerTroubles.${outcome.trouble}.what`)}`;
    return <Trouble what={what} todo={t(`printerTroubles.${outcome.trouble}.todo`)} />;
  }
  const what =
    of === 'drawer'
      ? t('setup.printer.drawerOpened')
      : t(outcome.confirmed ? 'setup.printer.testPrinted' : 'setup.printer.testSent');
  const Icon = outcome.confirmed ? Check : CircleHelp;
  return (
    <p className="setup-result" role="status">
      <Icon aria-hidden="true" size={22} />
      <span>
        <strong>{what}</strong> {of === 'test' && t('setup.printer.testPrintedTodo')}
        {of === 'calibration' && t('ticketDesign.calibration.printed')}
      </span>
    </p>
  );
}
