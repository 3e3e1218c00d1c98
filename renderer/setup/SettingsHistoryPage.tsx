import { useState } from 'react';
import type { SettingsEntry } from '../../shared/settings-history';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import './SettingsHistoryPage.css';

const askEntries = () => ask('settingsHistory.list');

/** Who set up what, and the same set-up for the next till. */
export function SettingsHistoryPage() {
  const { t, failure } = useWords();
  const { loaded } = useLoad(askEntries, '');
  const [file, setFile] = useState<string | null>(null);
  const save = useAction(() => ask('settingsHistory.export'));

  const saveFile = async () => {
    setFile(null);
    const reply = await save.run();
    if (reply?.ok === true && reply.value !== null) setFile(reply.value.file);
  };

  return (
    <>
      <div className="setup-actions">
        <Button disabled={save.busy} onClick={() => void saveFile()}>
          {t('settingsHistory.export')}
        </Button>
        <p role="status">{file !== null && t('settingsHistory.exported', { file })}</p>
      </div>
      <p className="field-help">{t('settingsHistory.exportHelp')}</p>
      {save.failure && <Trouble {...failure(save.failure)} />}
      {loaded.state === 'failed' && <Trouble {...failure(loaded.code)} />}
      {loaded.state === 'known' && loaded.value.length === 0 && <p>{t('settingsHistory.none')}</p>}
      {loaded.state === 'known' && loaded.value.length > 0 && (
        <ol className="settings-history selectable" aria-label={t('settingsHistory.title')}>
          {loaded.value.map((entry, index) => (
            <EntryRow key={`${entry.at}-${index}`} entry={entry} />
          ))}
        </ol>
      )}
    </>
  );
}

function EntryRow({ entry: { at, by, changes } }: { readonly entry: SettingsEntry }) {
  const { t, moment } = useWords();
  const words = (value: string | null): string => {
    if (value === null) return t('settingsHistory.nothing');
    return value === 'true' || value === 'false' ? t(`settingsHistory.values.${value}`) : value;
  };
  return (
    <li>
      <p className="settings-history-when">
        <time dateTime={at}>{moment(at)}</time>
        <span>{by ?? t('settingsHistory.nobody')}</span>
      </p>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`settingsHistory.fields.${field}`)}</dt>
            <dd>
              {words(after)} <small>{t('settingsHistory.was', { before: words(before) })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
