import { useState } from 'react';
import type { Operator } from '../../shared/people/people';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

/** They work here no more. */
export function RemovePerson({ operator: { id, name } }: { readonly operator: Operator }) {
  const { t, failure } = useWords();
  const [asking, setAsking] = useState(false);
  const remove = useAction(() => ask('people.remove', { id }));
  return (
    <div className="person-remove">
      {remove.failure && <Trouble {...failure(remove.failure)} />}
      {asking ? (
        <InlineConfirm
          question={t('people.setup.removeQuestion', { name })}
          explained={t('people.setup.removeExplained')}
          yes={t('people.setup.removeYes')}
          no={t('people.setup.removeNo')}
          onYes={() => {
            setAsking(false);
            void remove.run();
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          look="quiet"
          disabled={remove.busy}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('people.setup.remove', { name })}
        </Button>
      )}
    </div>
  );
}
