import { useWords } from '../hooks/use-words';
import { shrinkPicture } from '../lib/shrink-picture';
import { PictureChooser } from '../parts/PictureChooser';
import { ProductPicture } from '../parts/ProductPicture';
import { ask } from '../till/bridge';

interface PictureFieldProps {
  /** Of the picture that is stored. */
  readonly version: string | null;
  /** What comes in its place: a small picture, or none (null). */
  readonly changed: string | null | undefined;
  readonly onChange: (picture: string | null) => void;
}

/** A product's picture: chosen from a file, made small here, and stored with the product. */
export function PictureField({ version, changed, onChange }: PictureFieldProps) {
  const { t } = useWords();
  const stored = version === null ? null : { version };
  const shown = changed === undefined ? stored : changed === null ? null : { base64: changed };
  return (
    <PictureChooser
      label={t('product.picture')}
      help={t('product.pictureHelp')}
      keys={{
        choose: t('product.choosePicture'),
        choosing: t('product.choosing'),
        remove: t('product.removePicture'),
      }}
      shown={shown && <ProductPicture picture={shown} />}
      request={() => ask('catalogue.choosePicture')}
      prepare={shrinkPicture}
      onChange={onChange}
    />
  );
}
