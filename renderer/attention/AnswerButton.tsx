import { useId } from 'react';
import { Button } from '../parts/Button';

interface AnswerButtonProps {
  readonly name: string;
  /** What follows from it. */
  readonly explained: string;
  readonly main: boolean;
  readonly disabled?: boolean;
  readonly onAct: () => void;
}

/** One thing that can be done, with its consequence in words under it. */
export function AnswerButton({ name, explained, main, disabled = false, onAct }: AnswerButtonProps) {
  const id = useId();
  return (
    <div>
      <Button look={main ? 'main' : 'plain'} disabled={disabled} aria-describedby={id} onClick={onAct}>
        {name}
      </Button>
      <p id={id}>{explained}</p>
    </div>
  );
}
