import { countries, type Locale } from '../../shared/country';
import { systemLocale } from '../../shared/system-locale';
import type { Settings } from '../storage/settings-store';

/** The language of screen and paper: the one that was chosen, else the account's country's, else the computer's. */
export function localeOf({ locale, account }: Pick<Settings, 'locale' | 'account'>): Locale {
  return locale ?? (account ? countries[account.site].locale : systemLocale());
}
