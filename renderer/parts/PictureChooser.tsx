import { useId, useRef, useState, type ReactNode } from 'react';
import type { ErrorCode } from '../../shared/errors';
import type { Reply } from '../../shared/ipc-contract';
import type { PictureFile } from '../../shared/picture-file';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from './Button';
import './PictureChooser.css';
import { Trouble } from './Trouble';

interface PictureChooserProps<Picture> {
  readonly label: string;
  readonly help: string;
  readonly keys: { readonly choose: string; readonly choosing: string; readonly remove: string };
  /** The picture that there is; null when none. */
  readonly shown: ReactNode;
  /** What stands there while there is none. */
  readonly none?: ReactNode;
  /** Lets a person choose a file; null when they choose none. */
  readonly request: () => Promise<Reply<PictureFile | null>>;
  /** Makes of a file what is kept; null when it can't be used. */
  readonly prepare: (file: PictureFile) => Promise<Picture | null>;
  readonly onChange: (picture: Picture | null) => void;
}

/** A picture that is chosen from a file, and can be taken away. */
export function PictureChooser<Picture>({
  label,
  help,
  keys,
  shown,
  none,
  request,
  prepare,
  onChange,
}: PictureChooserProps<Picture>) {
  const { failure } = useWords();
  const id = useId();
  const chooser = useRef<HTMLButtonElement>(null);
  const [unusable, setUnusable] = useState<ErrorCode | null>(null);
  const choose = useAction(request);

  const pick = async () => {
    setUnusable(null);
    const reply = await choose.run();
    if (reply?.ok !== true || reply.value === null) return;
    const picture = await prepare(reply.value);
    if (picture === null) setUnusable('pictureUnusable');
    else onChange(picture);
  };
  const problem = choose.failure ?? unusable;

  return (
    <div className="field" role="group" aria-labelledby={id} aria-describedby={`${id}-help`}>
      <span className="picture-chooser-label" id={id}>
        {label}
      </span>
      <div className="picture-chooser-row">
        {shown ?? none}
        {/* Never disabled: it would lose the focus, and a second press does nothing anyway. */}
        <Button buttonRef={chooser} onClick={() => void pick()}>
          {choose.busy ? keys.choosing : keys.choose}
        </Button>
        {shown !== null && (
          <Button
            look="quiet"
            onClick={() => {
              setUnusable(null);
              onChange(null);
              // This key goes away.
              chooser.current?.focus();
            }}
          >
            {keys.remove}
          </Button>
        )}
      </div>
      <p className="field-help" id={`${id}-help`}>
        {help}
      </p>
      {problem && <Trouble {...failure(problem)} />}
    </div>
  );
}
