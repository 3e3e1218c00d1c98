import { FlaskConical } from 'lucide-react';
import type { Setup } from '../../shared/snapshot';
import { LanguageSelect } from '../appearance/LanguageSelect';
import { useWords } from '../hooks/use-words';

/** The first thing that a shop owner sees: their language, and what will be needed. */
export function WelcomeStep({ setup, practice }: { readonly setup: Setup; readonly practice: boolean }) {
  const { t } = useWords();
  return (
    <div className="setup-form">
      <LanguageSelect language={setup.language} />
      <section aria-label={t('setup.welcome.needed')}>
        <h3 className="setup-subtitle">{t('setup.welcome.needed')}</h3>
        <ul className="setup-list">
          <li>{t('setup.welcome.token')}</li>
          <li>{t('setup.welcome.printer')}</li>
          <li>{t('setup.welcome.relay')}</li>
        </ul>
      </section>
      <p className="setup-aside">
        <FlaskConical aria-hidden="true" size={22} />
        <span>{t(practice ? 'setup.welcome.practising' : 'setup.welcome.practice')}</span>
      </p>
    </div>
  );
}
