import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { CheckField } from './CheckField';

/** Whether nothing is sold without an open shift. Holds as soon as it is ticked. */
export function ShiftSetting({ shift }: { readonly shift: Snapshot['shift'] }) {
  const { t, failure } = useWords();
  const require = useAction((required: boolean) => ask('shift.require', { required }));
  return (
    <section className="setup-form" aria-label={t('shift.settings.title')}>
      <CheckField
        label={t('shift.settings.require')}
        help={t('shift.settings.requireHelp')}
        checked={shift.required}
        disabled={require.busy}
        onChange={(required) => void require.run(required)}
      />
      {require.failure && <Trouble {...failure(require.failure)} />}
    </section>
  );
}
