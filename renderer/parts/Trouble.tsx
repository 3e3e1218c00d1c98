import { CircleAlert } from 'lucide-react';
import './Trouble.css';

interface TroubleProps {
  readonly what: string;
  readonly todo: string;
  readonly id?: string;
}

/** What happened and what to do, beside its cause. */
export function Trouble({ what, todo, id }: TroubleProps) {
  return (
    <p className="trouble" role="alert" id={id}>
      <CircleAlert aria-hidden="true" size={20} />
      <span>
        <strong>{what}</strong> {todo}
      </span>
    </p>
  );
}
