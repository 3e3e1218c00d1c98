import { CircleCheck, CircleDashed, CircleDot, TriangleAlert, type LucideIcon } from 'lucide-react';
import * as Tabs from 'radix-ui/tabs';
import { useState, type ReactNode } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import type { Setup, Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { showScreen } from '../till/stores';
import { isUsable, missingSteps } from '../till/usable';
import { AccountStep } from './AccountStep';
import { BusinessStep } from './BusinessStep';
import { ChargeStep } from './ChargeStep';
import { CustomerStep } from './CustomerStep';
import { PrinterStep } from './PrinterStep';
import { RegisterStep } from './RegisterStep';
import { RelayStep } from './RelayStep';
import { firstStep, nextStep, stepNames, stepState, type StepName, type StepState } from './steps';
import './SetupScreen.css';

const icons: Readonly<Record<StepState, LucideIcon>> = {
  done: CircleCheck,
  needed: CircleDot,
  optional: CircleDashed,
};

/** Everything a manager sets once. Whoever is selling can always go back. */
export default function SetupScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useWords();
  const { setup } = snapshot;
  const [step, setStep] = useState<string>(() => firstStep(setup));
  const missing = missingSteps(setup).map((name) => t(`setup.${name}.name`));
  const usable = isUsable(setup);

  return (
    <main className="setup" aria-label={t('setup.region')}>
      <header className="setup-head">
        <h1>{t('setup.region')}</h1>
        <p role="status">{usable ? t('setup.ready') : t('setup.missing', { steps: missing.join(', ') })}</p>
        <Button
          look={usable ? 'main' : 'plain'}
          hotkey={hotkeys.setup}
          aria-keyshortcuts="F10"
          disabled={!usable}
          onClick={() => {
            showScreen('sell');
          }}
        >
          {t('setup.back')}
        </Button>
      </header>
      {setup.provisionProblem !== null && (
        <p className="setup-provision selectable" role="alert">
          <TriangleAlert aria-hidden="true" size={22} />
          <span>
            <strong>{t('setup.provision')}</strong> <code>{setup.provisionProblem}</code> {t('setup.provisionTodo')}
          </span>
        </p>
      )}
      <Tabs.Root className="setup-body" orientation="vertical" value={step} onValueChange={setStep}>
        <Tabs.List className="setup-steps" aria-label={t('setup.steps')}>
          {stepNames.map((name) => (
            <StepTab key={name} name={name} state={stepState(name, setup)} />
          ))}
        </Tabs.List>
        {stepNames.map((name) => (
          <Tabs.Content key={name} value={name} className="setup-step">
            <h2>{t(`setup.${name}.title`)}</h2>
            <p className="setup-explained">{t(`setup.${name}.explained`)}</p>
            {stepForm(name, setup, snapshot, () => {
              setStep('account');
            })}
            <NextStep after={name} setup={setup} onGo={setStep} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </main>
  );
}

function StepTab({ name, state }: { readonly name: StepName; readonly state: StepState }) {
  const { t } = useWords();
  const Icon = icons[state];
  return (
    <Tabs.Trigger className="setup-tab" value={name} data-step={state}>
      <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
      <span className="setup-tab-name">{t(`setup.${name}.name`)}</span>{' '}
      <span className="setup-tab-state">{t(`setup.${state}`)}</span>
    </Tabs.Trigger>
  );
}

interface NextStepProps {
  readonly after: StepName;
  readonly setup: Setup;
  readonly onGo: (step: StepName) => void;
}

function NextStep({ after, setup, onGo }: NextStepProps) {
  const { t } = useWords();
  const next = nextStep(after, setup);
  if (!next) return null;
  return (
    <div className="setup-next">
      <Button
        look={stepState(next, setup) === 'needed' ? 'main' : 'plain'}
        onClick={() => {
          onGo(next);
        }}
      >
        {t('setup.next', { step: t(`setup.${next}.name`) })}
      </Button>
    </div>
  );
}

function stepForm(name: StepName, setup: Setup, { locale }: Snapshot, goToAccount: () => void): ReactNode {
  switch (name) {
    case 'account':
      return <AccountStep setup={setup} />;
    case 'register':
      return <RegisterStep setup={setup} goToAccount={goToAccount} />;
    case 'relay':
      return <RelayStep setup={setup} />;
    case 'printer':
      return <PrinterStep setup={setup} />;
    case 'business':
      return <BusinessStep setup={setup} locale={locale} />;
    case 'charge':
      return <ChargeStep setup={setup} />;
    case 'customer':
      return <CustomerStep setup={setup} />;
  }
}
