import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { ask } from '../till/bridge';
import { LockedCharge } from './LockedCharge';
import { PinPad } from './PinPad';
import { RecoverForm } from './RecoverForm';
import './LockScreen.css';

/** Nobody is at the till. A charge goes on and shows; everything else waits for a PIN. */
export function LockScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useWords();
  const [recovering, setRecovering] = useState(false);
  const { people } = snapshot;
  return (
    <main className="lock" aria-label={t('people.lock.region')}>
      <div className="lock-words">
        <h1>
          <Lock aria-hidden="true" size={34} strokeWidth={1.75} />
          {t('people.lock.title')}
        </h1>
        <p>{t('people.lock.explained')}</p>
        {snapshot.checkout && <LockedCharge checkout={snapshot.checkout} relay={snapshot.relay} />}
        {!recovering && (
          <Button
            look="quiet"
            className="lock-forgotten"
            onClick={() => {
              setRecovering(true);
            }}
          >
            {t('people.lock.forgotten')}
          </Button>
        )}
      </div>
      {recovering ? (
        <RecoverForm
          operators={people.operators}
          onBack={() => {
            setRecovering(false);
          }}
        />
      ) : (
        <PinPad
          confirm={t('people.enter')}
          waitsUntil={people.pinWaitsUntil}
          onPin={async (pin) => {
            const reply = await ask('people.signIn', { pin });
            return reply.ok ? null : reply.error.code;
          }}
        />
      )}
    </main>
  );
}
