import { CircleAlert, CircleCheck, CircleMinus, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Locale } from '../../shared/country';
import { isSettled, type Check, type CheckState, type Finding } from '../../shared/diagnostics';
import type { Translate } from '../../shared/texts/create-texts';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import './DiagnosticsPage.css';

const icons: Readonly<Record<CheckState, LucideIcon>> = {
  good: CircleCheck,
  attention: TriangleAlert,
  bad: CircleAlert,
  skipped: CircleMinus,
};

/** Tries everything with one click, and says for each thing how it is and what to do. */
export function DiagnosticsPage() {
  const { t, failure } = useWords();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const run = useAction(() => ask('diagnostics.run'));
  const save = useAction(() => ask('diagnostics.export'));

  const tryAll = async () => {
    setFile(null);
    const reply = await run.run();
    if (reply?.ok === true) setChecks(reply.value);
  };
  const saveReport = async () => {
    const reply = await save.run();
    if (reply?.ok === true && reply.value !== null) setFile(reply.value.file);
  };

  return (
    <>
      <div className="setup-actions">
        <Button look="main" disabled={run.busy} onClick={() => void tryAll()}>
          {run.busy ? t('diagnostics.running') : t(checks ? 'diagnostics.again' : 'diagnostics.run')}
        </Button>
        {checks && (
          <Button disabled={run.busy || save.busy} onClick={() => void saveReport()}>
            {t('diagnostics.export')}
          </Button>
        )}
        <p role="status">{checks && !run.busy && summary(checks, t)}</p>
      </div>
      {run.failure && <Trouble {...failure(run.failure)} />}
      {save.failure && <Trouble {...failure(save.failure)} />}
      {file !== null && <p role="status">{t('diagnostics.exported', { file })}</p>}
      {checks && (
        <ul className="checks selectable" aria-label={t('diagnostics.title')} data-busy={run.busy ? '' : undefined}>
          {checks.map((check) => (
            <CheckRow key={check.name} check={check} />
          ))}
        </ul>
      )}
    </>
  );
}

function CheckRow({ check: { name, state, finding, tookMs } }: { readonly check: Check }) {
  const { t, locale } = useWords();
  const Icon = icons[state];
  const { what, todo } = sentenceOf(finding, t, locale);
  return (
    <li data-state={state}>
      <Icon aria-hidden="true" size={24} />
      <span className="checks-state">{t(`diagnostics.states.${state}`)}</span>
      <span className="checks-words">
        <strong>{t(`diagnostics.checks.${name}`)}</strong>
        <span>
          {what} {todo !== '' && <b>{todo}</b>}
        </span>
      </span>
      {tookMs > 0 && <small>{t('diagnostics.took', { ms: String(tookMs) })}</small>}
    </li>
  );
}

function sentenceOf(finding: Finding, t: Translate, locale: Locale): Sentence {
  switch (finding.kind) {
    case 'said': {
      const { code } = finding;
      // Gigabytes, with the decimal mark of the country.
      const value = code.startsWith('disk') ? Number(finding.value).toLocaleString(locale) : finding.value;
      return {
        what: t(`diagnostics.said.${code}.what`, { value }),
        todo: isSettled(code) ? '' : t(`diagnostics.said.${code}.todo`),
      };
    }
    case 'error':
      return { what: t(`errors.${finding.code}.what`), todo: t(`errors.${finding.code}.todo`) };
    case 'printer':
      return {
        what: t(`printerTroubles.${finding.trouble}.what`),
        todo: t(`printerTroubles.${finding.trouble}.todo`),
      };
  }
}

function summary(checks: readonly Check[], t: Translate): string {
  const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
  const [bad, attention] = [count('bad'), count('attention')];
  return bad + attention === 0
    ? t('diagnostics.summaryGood')
    : t('diagnostics.summary', { bad: String(bad), attention: String(attention) });
}
