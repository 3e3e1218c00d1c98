import { z } from 'zod';

/** Mercado Pago's code for each country where attended QR exists. */
export const siteSchema = z.enum(['MLA', 'MLB', 'MLC', 'MCO', 'MLM', 'MPE', 'MLU']);
export type Site = z.infer<typeof siteSchema>;

export const currencySchema = z.enum(['ARS', 'BRL', 'CLP', 'COP', 'MXN', 'PEN', 'UYU']);
export type Currency = z.infer<typeof currencySchema>;

export const localeSchema = z.enum(['es-AR', 'pt-BR', 'es-CL', 'es-CO', 'es-MX', 'es-PE', 'es-UY']);
export type Locale = z.infer<typeof localeSchema>;

export interface Country {
  readonly site: Site;
  readonly currency: Currency;
  /**
   * Decimals that Mercado Pago takes, which for Colombia is not what ISO 4217 says: the API answers
   * "Prices in COP currency must be expressed with integer values".
   */
  readonly decimals: 0 | 2;
  readonly locale: Locale;
  readonly timeZone: string;
  /** What the country calls the shop's tax number. */
  readonly taxIdLabel: string;
}

export const countries: Readonly<Record<Site, Country>> = {
  MLA: {
    site: 'MLA',
    currency: 'ARS',
    decimals: 2,
    locale: 'es-AR',
    timeZone: 'America/Argentina/Buenos_Aires',
    taxIdLabel: 'CUIT',
  },
  MLB: {
    site: 'MLB',
    currency: 'BRL',
    decimals: 2,
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    taxIdLabel: 'CNPJ',
  },
  MLC: { site: 'MLC', currency: 'CLP', decimals: 0, locale: 'es-CL', timeZone: 'America/Santiago', taxIdLabel: 'RUT' },
  MCO: { site: 'MCO', currency: 'COP', decimals: 0, locale: 'es-CO', timeZone: 'America/Bogota', taxIdLabel: 'NIT' },
  MLM: {
    site: 'MLM',
    currency: 'MXN',
    decimals: 2,
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    taxIdLabel: 'RFC',
  },
  MPE: { site: 'MPE', currency: 'PEN', decimals: 2, locale: 'es-PE', timeZone: 'America/Lima', taxIdLabel: 'RUC' },
  MLU: {
    site: 'MLU',
    currency: 'UYU',
    decimals: 2,
    locale: 'es-UY',
    timeZone: 'America/Montevideo',
    taxIdLabel: 'RUT',
  },
};

/** How each money is signed where it is used. */
export const currencySigns: Readonly<Record<Currency, string>> = {
  ARS: '$',
  BRL: 'R$',
  CLP: '$',
  COP: '$',
  MXN: '$',
  PEN: 'S/',
  UYU: '$U',
};

const byCurrency = new Map(Object.values(countries).map((country) => [country.currency, country]));

/** The country that charges in a currency: each has its own. */
export function countryOf(currency: Currency): Country {
  return byCurrency.get(currency) ?? countries.MLA;
}

/** Whether Mercado Pago is told of a tax that each product has its own of: Colombia's IVA. */
export function taxesProducts(currency: Currency): boolean {
  return currency === 'COP';
}

/** Decimals of a currency as Mercado Pago takes it. */
export function decimalsOf(currency: Currency): 0 | 2 {
  return byCurrency.get(currency)?.decimals ?? 2;
}
