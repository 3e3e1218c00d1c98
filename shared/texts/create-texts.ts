import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '../country';
import { es } from './es';
import { pt } from './pt';
import { rioplatense } from './rioplatense';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof es };
  }
}

/** Looks a text up by its key; a key that does not exist does not compile. */
export type Translate = TFunction;

export interface Texts {
  readonly locale: Locale;
  readonly t: Translate;
}

/** The texts of one locale: Portuguese in Brazil, *vos* at the Plate, neutral Spanish elsewhere. */
export function createTexts(locale: Locale): Texts {
  const i18n = createInstance({
    lng: locale,
    fallbackLng: 'es',
    resources: {
      es: { translation: es },
      'es-AR': { translation: rioplatense },
      'es-UY': { translation: rioplatense },
      'pt-BR': { translation: pt },
    },
    // React escapes what it shows, and a printer has nothing to escape.
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  });
  void i18n.init();
  return { locale, t: i18n.t };
}
