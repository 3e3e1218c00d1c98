import { CircleCheck, CircleDashed, CircleDot, TriangleAlert, type LucideIcon } from 'lucide-react';
import * as Tabs from 'radix-ui/tabs';
import { useState, type ReactNode } from 'react';
import type { People } from '../../shared/people/people';
import { hotkeys } from '../../shared/hotkeys';
import type { Setup, Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { leaveSetup } from '../people/open-setup';
import { PeopleStep } from '../people/PeopleStep';
import { isUsable, missingSteps } from '../till/usable';
import { AccountStep } from './AccountStep';
import { AppearanceStep } from '../appearance/AppearanceStep';
import { BusinessStep } from './BusinessStep';
import { CashRoundingForm } from './CashRoundingForm';
import { ChargeStep } from './ChargeStep';
import { CustomerStep } from './CustomerStep';
import { PrinterStep } from './PrinterStep';
import { RegisterStep } from './RegisterStep';
import { RelayStep } from './RelayStep';
import { SellingStep } from './SellingStep';
import { ShiftSetting } from './ShiftSetting';
import { setupPages } from './pages';
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
  const { setup, people } = snapshot;
  const [step, setStep] = useState<string>(() => firstStep(setup, people));
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
          onClick={leaveSetup}
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
            <StepTab key={name} name={name} state={stepState(name, setup, people)} />
          ))}
          {setupPages.map(({ name, icon: Icon }) => (
            <Tabs.Trigger key={name} className="setup-tab setup-page-tab" value={name}>
              <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
              <span className="setup-tab-name">{t(`${name}.name`)}</span>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {stepNames.map((name) => (
          <Tabs.Content key={name} value={name} className="setup-step">
            <h2>{t(`setup.${name}.title`)}</h2>
            <p className="setup-explained">{t(`setup.${name}.explained`)}</p>
            {stepForm(name, setup, snapshot, () => {
              setStep('account');
            })}
            <NextStep after={name} setup={setup} people={people} onGo={setStep} />
          </Tabs.Content>
        ))}
        {setupPages.map(({ name, Page }) => (
          <Tabs.Content key={name} value={name} className="setup-step">
            <h2>{t(`${name}.title`)}</h2>
            <p className="setup-explained">{t(`${name}.explained`)}</p>
            <Page snapshot={snapshot} />
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
  readonly people: People;
  readonly onGo: (step: StepName) => void;
}

function NextStep({ after, setup, people, onGo }: NextStepProps) {
  const { t } = useWords();
  const next = nextStep(after, setup, people);
  if (!next) return null;
  return (
    <div className="setup-next">
      <Button
        look={stepState(next, setup, people) === 'needed' ? 'main' : 'plain'}
        onClick={() => {
          onGo(next);
        }}
      >
        {t('setup.next', { step: t(`setup.${next}.name`) })}
      </Button>
    </div>
  );
}

function stepForm(
  name: StepName,
  setup: Setup,
  { appearance, cash, shift, people }: Snapshot,
  goToAccount: () => void,
): ReactNode {
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
      return <BusinessStep setup={setup} />;
    case 'charge':
      return (
        <>
          <ChargeStep setup={setup} />
          <CashRoundingForm cash={cash} site={setup.account?.site ?? 'MLA'} />
          <ShiftSetting shift={shift} />
        </>
      );
    case 'selling':
      return <SellingStep setup={setup} people={people} />;
    case 'customer':
      return <CustomerStep setup={setup} />;
    case 'people':
      return <PeopleStep people={people} />;
    case 'appearance':
      return <AppearanceStep language={setup.language} appearance={appearance} />;
  }
}
