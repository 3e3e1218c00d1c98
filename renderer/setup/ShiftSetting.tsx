import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

/** Whether nothing is sold without an open shift. Holds as soon as it is ticked. */
export function ShiftSetting({ shift }: { readonly shift: Snapshot['shift'] }) {
  const { t, failure } = useWords();
  const require = useAction((required: boolean) => ask('shift.require', { required }));
  return (
    <section className="setup-form" aria-label={t('shift.settings.title')}>
      <label className="setup-check">
        <input
          type="checkbox"
          checked={shift.required}
          disabled={require.busy}
          onChange={(event) => void require.run(event.target.checked)}
        />
        <span>
          {t('shift.settings.require')}
          <small>{t('shift.settings.requireHelp')}</small>
        </span>
      </label>
      {require.failure && <Trouble {...failure(require.failure)} />}
    </section>
  );
}
