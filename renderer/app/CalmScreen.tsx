import { Button } from '../parts/Button';

interface CalmScreenProps {
  readonly title: string;
  readonly todo: string;
  readonly action: string;
  readonly onAct: () => void;
}

/** When the window can't show the till: what happened, that nothing is lost, and the one thing to do. */
export function CalmScreen({ title, todo, action, onAct }: CalmScreenProps) {
  return (
    <main className="calm" role="alert">
      <h1>{title}</h1>
      <p>{todo}</p>
      <Button look="main" size="large" autoFocus onClick={onAct}>
        {action}
      </Button>
    </main>
  );
}
