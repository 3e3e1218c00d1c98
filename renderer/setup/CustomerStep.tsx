import { customerScreenSchema, type CustomerScreenMode } from '../../shared/customer-screen';
import type { Setup } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { ChoiceList } from './ChoiceList';

/** Whether the customer has a screen, and where. In force as soon as it is chosen: the other screen shows it. */
export function CustomerStep({ setup: { customerScreen } }: { readonly setup: Setup }) {
  const { t, failure } = useWords();
  const save = useAction((mode: CustomerScreenMode) => ask('setup.saveCustomerScreen', { customerScreen: mode }));
  return (
    <div className="setup-form">
      <ChoiceList
        legend={t('setup.customer.legend')}
        choices={customerScreenSchema.options.map((mode) => ({
          value: mode,
          label: t(`setup.customer.modes.${mode}`),
          note: t(`setup.customer.notes.${mode}`),
        }))}
        value={customerScreen}
        onChoose={(value) => void save.run(customerScreenSchema.parse(value))}
      />
      {save.failure && <Trouble {...failure(save.failure)} />}
    </div>
  );
}
