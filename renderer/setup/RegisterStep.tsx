import { useState } from 'react';
import type { StoreChoice } from '../../shared/ipc-contract';
import type { Setup } from '../../shared/snapshot';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { CustomerReads } from '../register-qr/CustomerReads';
import { RegisterQrPart } from '../register-qr/RegisterQrPart';
import { ask } from '../till/bridge';
import { ChoiceList } from './ChoiceList';
import { Facts } from './Facts';
import { NewStoreForm } from './NewStoreForm';
import { RegisterChoices } from './RegisterChoices';

const listStores = () => ask('setup.listStores');

interface RegisterStepProps {
  readonly setup: Setup;
  readonly practice: boolean;
  readonly goToAccount: () => void;
}

/** Which sucursal and caja this computer charges on: chosen of the account's, or created. */
export function RegisterStep({ setup, practice, goToAccount }: RegisterStepProps) {
  const { t } = useWords();
  if (setup.account === null) {
    return (
      <div className="setup-form">
        <p>{t('setup.needsAccount')}</p>
        <div className="setup-actions">
          <Button onClick={goToAccount}>{t('setup.goToAccount')}</Button>
        </div>
      </div>
    );
  }
  const { register } = setup;
  return (
    <>
      {register && (
        <Facts
          title={t('setup.register.chosen', { register: register.name, store: register.storeName })}
          facts={[[t('setup.register.externalId'), register.externalId]]}
        />
      )}
      <StoreChoices key={setup.account.userId} inUse={register} />
      {register && (
        <>
          <RegisterQrPart key={register.id} setup={setup} register={register} practice={practice} />
          <CustomerReads business={setup.business?.name ?? register.storeName} />
        </>
      )}
    </>
  );
}

function StoreChoices({ inUse }: { readonly inUse: Setup['register'] }) {
  const { t, failure } = useWords();
  const { loaded, again, replace } = useLoad(listStores, 'stores');
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);

  if (loaded.state === 'asking') return <p role="status">{t('setup.register.looking')}</p>;
  if (loaded.state === 'failed') {
    return (
      <div className="setup-form">
        <Trouble {...failure(loaded.code)} />
        <div className="setup-actions">
          <Button onClick={again}>{t('setup.register.again')}</Button>
        </div>
      </div>
    );
  }
  const stores = loaded.value;
  const usable = stores.filter(({ externalId }) => externalId !== null);
  const store =
    usable.find(({ id }) => id === chosen) ??
    usable.find(({ externalId }) => externalId === inUse?.externalStoreId) ??
    usable[0];

  if (creating) {
    return (
      <NewStoreForm
        onClose={() => {
          setCreating(false);
        }}
        onCreated={(created: StoreChoice) => {
          replace([...stores, created]);
          setChosen(created.id);
          setCreating(false);
        }}
      />
    );
  }
  return (
    <div className="setup-form">
      {stores.length === 0 ? (
        <p>{t('setup.register.noStores')}</p>
      ) : (
        <ChoiceList
          legend={t('setup.register.stores')}
          value={store?.id ?? null}
          onChoose={setChosen}
          choices={stores.map(({ id, name, externalId }) => ({
            value: id,
            label: name,
            note: externalId ?? undefined,
            unusable: externalId === null ? t('setup.register.storeUnusable') : undefined,
          }))}
        />
      )}
      <div className="setup-actions">
        <Button
          onClick={() => {
            setCreating(true);
          }}
        >
          {t('setup.register.createStore')}
        </Button>
      </div>
      {store && <RegisterChoices key={store.id} store={store} inUse={inUse} />}
    </div>
  );
}
