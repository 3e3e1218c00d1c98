import type { CashMovement } from '../../shared/shift/shift';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Money } from '../parts/Money';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

interface MovementListProps {
  readonly movements: readonly CashMovement[];
  readonly canPrint: boolean;
}

/** Cash that went in and out, each with its slip again. Nothing where nothing moved. */
export function MovementList({ movements, canPrint }: MovementListProps) {
  const { t, moment, failure } = useWords();
  const reprint = useAction((movementId: string) => ask('shift.reprintMovement', { movementId }));
  if (movements.length === 0) return null;
  return (
    <section className="movements">
      <h3>{t('shift.closed.movements')}</h3>
      {reprint.failure && <Trouble {...failure(reprint.failure)} />}
      <ul>
        {movements.map(({ id, direction, amount, reason, by, at }) => (
          <li key={id}>
            <span>
              <strong>{t(direction === 'in' ? 'shift.closed.movedIn' : 'shift.closed.movedOut')}</strong>
              <small>{t('shift.closed.moved', { reason, by, when: moment(at) })}</small>
            </span>
            <span className="movement-amount">
              {direction === 'out' && '−'}
              <Money amount={amount} />
            </span>
            {canPrint && (
              <Button look="quiet" disabled={reprint.busy} onClick={() => void reprint.run(id)}>
                {t('shift.closed.reprintSlip')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
