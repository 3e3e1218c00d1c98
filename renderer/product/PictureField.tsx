import { useId, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { shrinkPicture } from '../lib/shrink-picture';
import { Button } from '../parts/Button';
import { ProductPicture } from '../parts/ProductPicture';
import { Trouble } from '../parts/Trouble';
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
  const { t, failure } = useWords();
  const id = useId();
  const chooser = useRef<HTMLButtonElement>(null);
  const [unusable, setUnusable] = useState<ErrorCode | null>(null);
  const choose = useAction(() => ask('catalogue.choosePicture'));
  const stored = version === null ? null : { version };
  const shown = changed === undefined ? stored : changed === null ? null : { base64: changed };

  const pick = async () => {
    setUnusable(null);
    const reply = await choose.run();
    if (reply?.ok !== true || reply.value === null) return;
    const small = await shrinkPicture(reply.value);
    if (small === null) setUnusable('pictureUnusable');
    else onChange(small);
  };
  const problem = choose.failure ?? unusable;

  return (
    <div className="field picture-field" role="group" aria-labelledby={id} aria-describedby={`${id}-help`}>
      <span className="picture-field-label" id={id}>
        {t('product.picture')}
      </span>
      <div className="picture-field-row">
        {shown && <ProductPicture picture={shown} />}
        {/* Never disabled: it would lose the focus, and a second press does nothing anyway. */}
        <Button buttonRef={chooser} onClick={() => void pick()}>
          {choose.busy ? t('product.choosing') : t('product.choosePicture')}
        </Button>
        {shown && (
          <Button
            look="quiet"
            onClick={() => {
              setUnusable(null);
              onChange(null);
              // This key goes away.
              chooser.current?.focus();
            }}
          >
            {t('product.removePicture')}
          </Button>
        )}
      </div>
      <p className="field-help" id={`${id}-help`}>
        {t('product.pictureHelp')}
      </p>
      {problem && <Trouble {...failure(problem)} />}
    </div>
  );
}
