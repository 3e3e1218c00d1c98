import { useId, useState, type SubmitEvent } from 'react';
import type { Setup, Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Trouble } from '../parts/Trouble';
import { relayStatus } from '../status/status-of';
import { ask } from '../till/bridge';
import { Facts } from './Facts';

/** The way that payments are told at once. Optional. */
export function RelayStep({ setup: { relay }, snapshot }: { readonly setup: Setup; readonly snapshot: Snapshot }) {
  const words = useWords();
  const { t, failure } = words;
  const live = relayStatus(snapshot, words);
  const id = useId();
  const [pairing, setPairing] = useState('');
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const pair = useAction((code: string) => ask('setup.pairRelay', { pairing: code }));
  const unpair = useAction(() => ask('setup.unpairRelay'));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reply = await pair.run(pairing.trim());
    if (reply?.ok !== true) return;
    setPairing('');
    setChanging(false);
  };

  return (
    <>
      {relay && (
        <Facts title={t('setup.relay.paired', { caja: relay.caja })} facts={[[t('setup.relay.address'), relay.url]]} />
      )}
      {relay && (
        <p className={live.tone === 'broken' || live.tone === 'attention' ? 'setup-note' : 'setup-aside'} role="status">
          <strong>{live.word}.</strong> {live.explained.join(' ')}
        </p>
      )}
      {(relay === null || changing) && (
        <form className="setup-form" onSubmit={(event) => void submit(event)}>
          <div className="field">
            <label htmlFor={id}>{t('setup.relay.pairing')}</label>
            <textarea
              id={id}
              rows={3}
              maxLength={600}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={pair.failure ? true : undefined}
              aria-describedby={pair.failure ? `${id}-help ${id}-problem` : `${id}-help`}
              value={pairing}
              onChange={(event) => {
                setPairing(event.target.value);
                pair.forget();
              }}
            />
            <p className="field-help" id={`${id}-help`}>
              {t('setup.relay.pairingHelp')}
            </p>
            {pair.failure && <Trouble id={`${id}-problem`} {...failure(pair.failure)} />}
          </div>
          <div className="setup-actions">
            <Button look="main" type="submit" disabled={pair.busy || pairing.trim() === ''}>
              {pair.busy ? t('setup.relay.pairingBusy') : t('setup.relay.pair')}
            </Button>
          </div>
        </form>
      )}
      {relay !== null && !changing && !leaving && (
        <div className="setup-actions">
          <Button
            onClick={() => {
              setChanging(true);
            }}
          >
            {t('setup.relay.change')}
          </Button>
          <Button
            onClick={() => {
              setLeaving(true);
            }}
          >
            {t('setup.relay.unpair')}
          </Button>
        </div>
      )}
      {relay !== null && leaving && (
        <InlineConfirm
          question={t('setup.relay.unpairQuestion')}
          yes={t('setup.relay.unpairYes')}
          no={t('setup.relay.unpairNo')}
          onYes={() => {
            setLeaving(false);
            void unpair.run();
          }}
          onNo={() => {
            setLeaving(false);
          }}
        />
      )}
      {unpair.failure && <Trouble {...failure(unpair.failure)} />}
    </>
  );
}
