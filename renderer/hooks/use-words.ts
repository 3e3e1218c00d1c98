import { createContext, useContext } from 'react';
import { countries, type Currency, type Locale } from '../../shared/country';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { formatMoney, type MinorUnits } from '../../shared/money';
import type { ErrorCode } from '../../shared/errors';
import { systemLocale } from '../../shared/system-locale';
import { createTexts, type Translate } from '../../shared/texts/create-texts';

export interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly currency: Currency;
  readonly money: (amount: MinorUnits) => string;
  /** "14:32", on this computer's clock. `at` is ISO 8601. */
  readonly time: (at: string | number) => string;
  /** "14:32" today, "12/11 14:32" on another day. */
  readonly moment: (at: string) => string;
  readonly failure: (code: ErrorCode) => Sentence;
}

/** Everything that turns data into words, for one store. */
export function createWords(locale: Locale, currency: Currency): Words {
  const { t } = createTexts(locale);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dayFormat(locale);
  return {
    t,
    locale,
    currency,
    // A symbol must not end a line.
    money: (amount) => formatMoney(amount, currency, locale).replaceAll(' ', '\u00a0'),
    time: (at) => clock.format(new Date(at)),
    moment: (at) => {
      const when = new Date(at);
      const today = when.toDateString() === new Date().toDateString();
      return today ? clock.format(when) : `${day(when)} ${clock.format(when)}`;
    },
    failure: (code) => ({ what: t(`errors.${code}.what`), todo: t(`errors.${code}.todo`) }),
  };
}

/** "05/03": day first everywhere. Without a year some locales leave the zeros out, so it is taken off afterwards. */
function dayFormat(locale: Locale): (when: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
  return (when) =>
    format
      .formatToParts(when)
      .slice(0, 3)
      .map(({ value }) => value)
      .join('');
}

/** Until the store is known, or when the screen broke before it was: in this computer's language. No amount is shown then. */
export const wordsByDefault = createWords(systemLocale(), countries.MLA.currency);

export const WordsContext = createContext<Words>(wordsByDefault);

export function useWords(): Words {
  return useContext(WordsContext);
}
