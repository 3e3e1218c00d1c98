import { useId, useState } from 'react';
import { MOST_LOGO_DOTS, type Bitmap } from '../../shared/ticket/bitmap';
import { ditherBitmap } from '../../shared/ticket/dither-bitmap';
import type { ErrorCode } from '../../shared/errors';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { decodePicture } from '../lib/decode-picture';
import { BitmapPicture } from '../parts/BitmapPicture';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

interface LogoFieldProps {
  readonly logo: Bitmap | null;
  /** Of the paper that it is made for. */
  readonly columns: number;
  readonly onChange: (logo: Bitmap | null) => void;
}

const DOTS_PER_COLUMN = 12;

/** The picture above the name: chosen from a file, and shown as the dots that it becomes. */
export function LogoField({ logo, columns, onChange }: LogoFieldProps) {
  const { t, failure } = useWords();
  const id = useId();
  const [unreadable, setUnreadable] = useState<ErrorCode | null>(null);
  const choose = useAction(() => ask('ticketDesign.chooseLogo'));
  const widest = columns * DOTS_PER_COLUMN;

  const pick = async () => {
    setUnreadable(null);
    const reply = await choose.run();
    if (reply?.ok !== true || reply.value === null) return;
    const pixels = await decodePicture(reply.value);
    if (!pixels) setUnreadable('pictureUnusable');
    else onChange(ditherBitmap(pixels, { ...MOST_LOGO_DOTS, width: Math.min(MOST_LOGO_DOTS.width, widest) }));
  };
  const problem = choose.failure ?? unreadable;

  return (
    <div className="field logo-field" role="group" aria-labelledby={id} aria-describedby={`${id}-help`}>
      <span className="logo-field-label" id={id}>
        {t('ticketDesign.logo')}
      </span>
      <div className="logo-field-row">
        {logo ? (
          <BitmapPicture className="logo-field-picture" bitmap={logo} label={t('ticketDesign.logoAlt')} />
        ) : (
          <span className="logo-field-none">{t('ticketDesign.noLogo')}</span>
        )}
        <Button disabled={choose.busy} onClick={() => void pick()}>
          {choose.busy ? t('ticketDesign.choosing') : t('ticketDesign.chooseLogo')}
        </Button>
        {logo && (
          <Button
            look="quiet"
            onClick={() => {
              onChange(null);
            }}
          >
            {t('ticketDesign.removeLogo')}
          </Button>
        )}
      </div>
      <p className="field-help" id={`${id}-help`}>
        {t('ticketDesign.logoHelp')}
      </p>
      {problem && <Trouble {...failure(problem)} />}
      {logo && logo.width > widest && <Trouble what={t('ticketDesign.logoTooWide')} todo="" />}
    </div>
  );
}
