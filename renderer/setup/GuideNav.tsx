import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { GuideStep } from '../../shared/setup-guide';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { guideNeighbours, type StepName, type StepState } from './steps';

interface GuideNavProps {
  readonly step: StepName;
  readonly state: StepState;
  readonly onGo: (step: GuideStep) => void;
}

/** The way on and the way back. Nothing typed is lost on either, and no step holds anybody. */
export function GuideNav({ step, state, onGo }: GuideNavProps) {
  const { t } = useWords();
  const { before, after } = guideNeighbours(step);
  if (!before && !after) return null;
  const words = { done: 'setup.next', optional: 'setup.later', needed: 'setup.nextAnyway' } as const;
  return (
    <nav className="setup-next" aria-label={t('setup.guide')}>
      {before && (
        <Button
          look="quiet"
          icon={<ArrowLeft aria-hidden="true" size={20} />}
          onClick={() => {
            onGo(before);
          }}
        >
          {t('setup.before', { step: t(`setup.${before}.name`) })}
        </Button>
      )}
      {after && (
        <Button
          look={state === 'done' ? 'main' : 'plain'}
          icon={<ArrowRight aria-hidden="true" size={20} />}
          onClick={() => {
            onGo(after);
          }}
        >
          {t(words[state], { step: t(`setup.${after}.name`) })}
        </Button>
      )}
    </nav>
  );
}
