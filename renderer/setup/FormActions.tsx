import type { ReactNode } from 'react';
import type { ErrorCode } from '../../shared/errors';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';

interface FormActionsProps {
  /** What the form does, and how far that is. */
  readonly action: { readonly busy: boolean; readonly failure: ErrorCode | null };
  readonly words: string;
  readonly busyWords: string;
  /** What stands beside the button. */
  readonly children: ReactNode;
}

/** The end of a form: how its last try failed, and the button that tries. */
export function FormActions({ action, words, busyWords, children }: FormActionsProps) {
  const { failure } = useWords();
  return (
    <>
      {action.failure && <Trouble {...failure(action.failure)} />}
      <div className="setup-actions">
        <Button look="main" type="submit" disabled={action.busy}>
          {action.busy ? busyWords : words}
        </Button>
        {children}
      </div>
    </>
  );
}
