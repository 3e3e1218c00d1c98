import { guideSteps } from '../../shared/setup-guide';
import { useWords } from '../hooks/use-words';
import { guidePlace, type StepName } from './steps';

/** How far the guide is, in words and as a bar. */
export function GuideProgress({ step }: { readonly step: StepName }) {
  const { t } = useWords();
  const place = guidePlace(step);
  if (place === null) return null;
  return (
    <div className="setup-progress">
      <p>{t('setup.progress', { place: String(place), all: String(guideSteps.length) })}</p>
      <div className="setup-progress-bar" aria-hidden="true">
        {guideSteps.map((each, index) => (
          <span key={each} data-passed={index < place} />
        ))}
      </div>
    </div>
  );
}
