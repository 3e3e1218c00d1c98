import { MOST_LOGO_DOTS, type Bitmap } from '../../shared/ticket/bitmap';
import { ditherBitmap } from '../../shared/ticket/dither-bitmap';
import { useWords } from '../hooks/use-words';
import { decodePicture } from '../lib/decode-picture';
import { BitmapPicture } from '../parts/BitmapPicture';
import { PictureChooser } from '../parts/PictureChooser';
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
  const { t } = useWords();
  const widest = columns * DOTS_PER_COLUMN;
  return (
    <>
      <PictureChooser
        label={t('ticketDesign.logo')}
        help={t('ticketDesign.logoHelp')}
        keys={{
          choose: t('ticketDesign.chooseLogo'),
          choosing: t('ticketDesign.choosing'),
          remove: t('ticketDesign.removeLogo'),
        }}
        shown={logo && <BitmapPicture className="logo-picture" bitmap={logo} label={t('ticketDesign.logoAlt')} />}
        none={<span className="logo-none">{t('ticketDesign.noLogo')}</span>}
        request={() => ask('ticketDesign.chooseLogo')}
        prepare={async (file) => {
          const pixels = await decodePicture(file);
          return pixels && ditherBitmap(pixels, { ...MOST_LOGO_DOTS, width: Math.min(MOST_LOGO_DOTS.width, widest) });
        }}
        onChange={onChange}
      />
      {logo && logo.width > widest && <Trouble what={t('ticketDesign.logoTooWide')} todo="" />}
    </>
  );
}
