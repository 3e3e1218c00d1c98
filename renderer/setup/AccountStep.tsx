import { useState, type SubmitEvent } from 'react';
import type { Setup } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { ask } from '../till/bridge';
import { Facts } from './Facts';

/** Mercado Pago's tokens are far longer; less than this is a slip of the hand. */
const SHORTEST_TOKEN = 10;

/** The account that the money goes to. The token leaves this field once, and is never shown again. */
export function AccountStep({ setup: { account, secretsSealed } }: { readonly setup: Setup }) {
  const { t, failure } = useWords();
  const [token, setToken] = useState('');
  const [changing, setChanging] = useState(false);
  const [tooShort, setTooShort] = useState(false);
  const connect = useAction((secret: string) => ask('setup.connectAccount', { token: secret }));
  const asksForToken = account === null || changing;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const secret = token.trim();
    setTooShort(secret.length < SHORTEST_TOKEN);
    if (secret.length < SHORTEST_TOKEN) return;
    const reply = await connect.run(secret);
    if (reply?.ok !== true) return;
    setToken('');
    setChanging(false);
  };

  const problem = tooShort
    ? { what: t('setup.account.tooShort'), todo: t('setup.account.tooShortTodo') }
    : connect.failure && failure(connect.failure);

  return (
    <>
      {account && (
        <Facts
          title={t('setup.account.connected', { nickname: account.nickname })}
          facts={[
            [t('setup.account.country'), t(`setup.countries.${account.site}`)],
            [t('setup.account.user'), account.userId],
          ]}
        />
      )}
      {account?.kind && (
        <p className={account.kind === 'test' ? 'setup-note' : 'setup-aside'}>
          {t(`setup.account.kinds.${account.kind}`)}
        </p>
      )}
      {asksForToken ? (
        <form className="setup-form" onSubmit={(event) => void submit(event)}>
          <Field
            label={t('setup.account.token')}
            help={t('setup.account.tokenKept')}
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={300}
            value={token}
            problem={problem}
            onChange={(event) => {
              setToken(event.target.value);
              setTooShort(false);
              connect.forget();
            }}
          />
          <div className="setup-actions">
            <Button look="main" type="submit" disabled={connect.busy || token.trim() === ''}>
              {connect.busy ? t('setup.account.connecting') : t('setup.account.connect')}
            </Button>
            {account && (
              <Button
                onClick={() => {
                  setToken('');
                  setChanging(false);
                }}
              >
                {t('setup.account.keep')}
              </Button>
            )}
          </div>
        </form>
      ) : (
        <div className="setup-actions">
          <Button
            onClick={() => {
              setChanging(true);
            }}
          >
            {t('setup.account.change')}
          </Button>
        </div>
      )}
      {!secretsSealed && <p className="setup-note">{t('setup.account.notSealed')}</p>}
    </>
  );
}
