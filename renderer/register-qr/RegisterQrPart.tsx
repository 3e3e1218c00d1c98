import { useState } from 'react';
import { createPortal } from 'react-dom';
import { MOST_DOTS } from '../../shared/ticket/bitmap';
import { sharpBitmap } from '../../shared/ticket/sharp-bitmap';
import type { PrintOutcome } from '../../shared/printer';
import type { RegisterSummary, Setup } from '../../shared/snapshot';
import { RegisterQr } from '../charge/RegisterQr';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { decodePicture } from '../lib/decode-picture';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { PrintResult } from '../setup/PrintResult';
import { ask } from '../till/bridge';
import './RegisterQrPart.css';

/** Of Font A. */
const DOTS_PER_COLUMN = 12;
const MOST_COLUMNS = 64;

interface RegisterQrPartProps {
  readonly setup: Setup;
  readonly register: RegisterSummary;
  readonly practice: boolean;
}

/** The caja's QR, for the counter: on a page, or on the ticket printer's paper. */
export function RegisterQrPart({ setup, register, practice }: RegisterQrPartProps) {
  const { t, failure } = useWords();
  const [outcome, setOutcome] = useState<PrintOutcome | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const print = useAction(printOnTicket);
  const page = useAction(() => ask('ticketDesign.saveQrPage'));
  const business = setup.business?.name ?? register.storeName;
  const savePage = async () => {
    setFile(null);
    const reply = await page.run();
    if (reply?.ok === true) setFile(reply.value?.file ?? null);
  };
  const tryOut = async () => {
    setOutcome(null);
    const reply = await print.run(setup.printer?.columns ?? MOST_COLUMNS);
    if (reply?.ok === true) setOutcome(reply.value);
  };
  return (
    <section className="setup-qr" aria-label={t('setup.register.qrTitle')}>
      <div className="setup-qr-picture">
        <RegisterQr registerName={register.name} />
      </div>
      <div className="setup-form">
        <h3 className="setup-subtitle">{t('setup.register.qrTitle')}</h3>
        <p>{t('setup.register.qrExplained')}</p>
        <div className="setup-actions">
          <Button disabled={page.busy} onClick={() => void savePage()}>
            {t('setup.register.qrPage')}
          </Button>
          <Button disabled={print.busy || setup.printer === null} onClick={() => void tryOut()}>
            {print.busy ? t('setup.printer.testing') : t('setup.register.qrTicket')}
          </Button>
        </div>
        {setup.printer === null && <p className="field-help">{t('setup.register.qrNoPrinter')}</p>}
        {file !== null && <p role="status">{t('setup.register.qrSaved', { file })}</p>}
        {(page.failure ?? print.failure) && <Trouble {...failure(page.failure ?? print.failure ?? 'internal')} />}
        {outcome && <PrintResult of="qr" outcome={outcome} />}
      </div>
      {createPortal(
        <div className="qr-page" aria-hidden="true">
          {practice && <p className="qr-page-practice">{t('app.practice')}</p>}
          <strong>{business}</strong>
          <p>{t('setup.register.qrScan')}</p>
          <RegisterQr registerName={register.name} />
          <p>
            {register.name} · {register.storeName}
          </p>
        </div>,
        document.body,
      )}
    </section>
  );
}

/** @param columns of Font A on the printer's paper */
async function printOnTicket(columns: number) {
  const reply = await ask('register.qrImage');
  if (!reply.ok) return reply;
  const base64 = reply.value?.split(',')[1] ?? '';
  const pixels = await decodePicture({ type: 'image/png', base64 });
  if (!pixels) return { ok: false, error: { code: 'pictureUnusable' } } as const;
  return ask('ticketDesign.printQr', {
    qr: sharpBitmap(pixels, { ...MOST_DOTS, width: Math.min(MOST_DOTS.width, columns * DOTS_PER_COLUMN) }),
  });
}
