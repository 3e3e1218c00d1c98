import { localeSchema, type Locale } from './country';

/** Where the till was born; what it says on a system whose language it does not know. */
const BY_DEFAULT: Locale = 'es-AR';

/** The locale nearest to a system's own: its language and country where we have them, else the language alone. */
export function nearestLocale(tag: string): Locale {
  const exact = localeSchema.safeParse(tag);
  if (exact.success) return exact.data;
  return /^pt(?:-|$)/i.test(tag) ? 'pt-BR' : BY_DEFAULT;
}

/** The locale of this computer, for what is said before any store is known. */
export function systemLocale(): Locale {
  return nearestLocale(new Intl.NumberFormat().resolvedOptions().locale);
}
