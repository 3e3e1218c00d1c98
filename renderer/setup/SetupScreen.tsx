import { CircleCheck, CircleDashed, CircleDot, TriangleAlert, type LucideIcon } from 'lucide-react';
import * as Tabs from 'radix-ui/tabs';
import { useState, type ReactNode } from 'react';
import { hotkeys } from '../../shared/hotkeys';
import type { Setup, Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { leaveSetup } from '../people/open-setup';
import { PeopleStep } from '../people/PeopleStep';
import { isUsable, missingSteps } from '../till/usable';
import { AccountStep } from './AccountStep';
import { AppearanceStep } from '../appearance/AppearanceStep';
import { TicketStep } from '../ticket-design/TicketStep';
import { CashRoundingForm } from './CashRoundingForm';
import { ChargeStep } from './ChargeStep';
import { CustomerStep } from './CustomerStep';
import { PrinterStep } from './PrinterStep';
import { RegisterStep } from './RegisterStep';
import { RelayStep } from './RelayStep';
import { SellingStep } from './SellingStep';
import { ShiftSetting } from './ShiftSetting';
import { setupPages } from './pages';
import { FinishStep } from './FinishStep';
import { GuideNav } from './GuideNav';
import { GuideProgress } from './GuideProgress';
import { firstStep, furtherSteps, guidePlace, stepNames, stepState, type StepName, type StepState } from './steps';
import { useGuidePlace } from './use-guide-place';
import { WelcomeStep } from './WelcomeStep';
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
  const visited = useVisited(step);
  useGuidePlace(step, setup);
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
          <Tabs.Content
            key={name}
            value={name}
            className="setup-step"
            // What was typed on a step of the guide is still there on the way back.
            forceMount={(guidePlace(name) !== null && visited.has(name)) || undefined}
          >
            <GuideProgress step={name} />
            <h2>{t(`setup.${name}.title`)}</h2>
            <p className="setup-explained">{t(`setup.${name}.explained`)}</p>
            {stepForm(name, setup, snapshot, step === name, () => {
              setStep('account');
            })}
            <GuideNav step={name} state={stepState(name, setup, people)} onGo={setStep} />
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
    <Tabs.Trigger
      className="setup-tab"
      value={name}
      data-step={state}
      // A line between the guide and what comes after it.
      data-first={name === furtherSteps[0] ? '' : undefined}
    >
      <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
      <span className="setup-tab-name">{t(`setup.${name}.name`)}</span>{' '}
      <span className="setup-tab-state">{t(`setup.${state}`)}</span>
    </Tabs.Trigger>
  );
}

/** The steps that were shown since the set-up was opened. */
function useVisited(step: string): ReadonlySet<string> {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([step]));
  if (!visited.has(step)) setVisited(new Set([...visited, step]));
  return visited;
}

function stepForm(
  name: StepName,
  setup: Setup,
  snapshot: Snapshot,
  shown: boolean,
  goToAccount: () => void,
): ReactNode {
  const { appearance, cash, shift, people } = snapshot;
  switch (name) {
    case 'welcome':
      return <WelcomeStep setup={setup} practice={snapshot.practice} />;
    case 'finish':
      return <FinishStep snapshot={snapshot} />;
    case 'account':
      return <AccountStep setup={setup} />;
    case 'register':
      return <RegisterStep setup={setup} practice={snapshot.practice} goToAccount={goToAccount} />;
    case 'relay':
      return <RelayStep setup={setup} snapshot={snapshot} />;
    case 'printer':
      return <PrinterStep snapshot={snapshot} shown={shown} />;
    case 'business':
      return <TicketStep key={snapshot.currency} setup={setup} />;
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
