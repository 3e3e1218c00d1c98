import { useState } from 'react';
import type { RegisterChoice, StoreChoice } from '../../shared/ipc-contract';
import type { Setup } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { ChoiceList } from './ChoiceList';
import { NewRegisterForm } from './NewRegisterForm';

const listRegisters = (storeId: string) => ask('setup.listRegisters', { storeId });

interface RegisterChoicesProps {
  readonly store: StoreChoice;
  readonly inUse: Setup['register'];
}

/** The cajas of one sucursal. */
export function RegisterChoices({ store, inUse }: RegisterChoicesProps) {
  const { t, failure } = useWords();
  const { loaded, again, replace } = useLoad(listRegisters, store.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const choose = useAction((registerId: string) => ask('setup.chooseRegister', { storeId: store.id, registerId }));

  if (loaded.state === 'asking') return <p role="status">{t('setup.register.looking')}</p>;
  if (loaded.state === 'failed') {
    return (
      <>
        <Trouble {...failure(loaded.code)} />
        <div className="setup-actions">
          <Button onClick={again}>{t('setup.register.again')}</Button>
        </div>
      </>
    );
  }
  const registers = loaded.value;
  const usable = registers.filter((register) => register.usable);
  const register = usable.find(({ id }) => id === chosen) ?? usable.find(({ id }) => id === inUse?.id) ?? usable[0];

  if (creating) {
    return (
      <NewRegisterForm
        storeId={store.id}
        onClose={() => {
          setCreating(false);
        }}
        onCreated={(created: RegisterChoice) => {
          replace([...registers, created]);
          setChosen(created.id);
          setCreating(false);
        }}
      />
    );
  }
  return (
    <>
      {registers.length === 0 ? (
        <p>{t('setup.register.noRegisters')}</p>
      ) : (
        <ChoiceList
          legend={t('setup.register.registers')}
          value={register?.id ?? null}
          onChoose={(id) => {
            setChosen(id);
            choose.forget();
          }}
          choices={registers.map((each) => ({
            value: each.id,
            label: each.name,
            note: each.externalId ?? undefined,
            unusable: each.usable ? undefined : t('setup.register.unusable'),
          }))}
        />
      )}
      {choose.failure && <Trouble {...failure(choose.failure)} />}
      <div className="setup-actions">
        {register && (
          <Button
            look={register.id === inUse?.id ? 'plain' : 'main'}
            disabled={choose.busy}
            onClick={() => void choose.run(register.id)}
          >
            {choose.busy ? t('setup.register.choosing') : t('setup.register.choose')}
          </Button>
        )}
        <Button
          onClick={() => {
            setCreating(true);
          }}
        >
          {t('setup.register.createRegister')}
        </Button>
      </div>
    </>
  );
}
