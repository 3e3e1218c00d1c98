/** Mercado Pago's sites where attended QR exists (QR landing page: seven countries). */
export const siteIds = ['MLA', 'MLB', 'MLC', 'MCO', 'MLM', 'MPE', 'MLU'] as const;

export type SiteId = (typeof siteIds)[number];

export interface Site {
  readonly id: SiteId;
  readonly country: string;
  readonly currency: string;
  /** ISO 4217 numeric code, as written in an EMVCo QR. */
  readonly currencyNumber: string;
  readonly decimals: 0 | 2;
  /** The only merchant category codes a POS may carry: gastronomy and petrol station (POS reference, `category`). */
  readonly categories: readonly number[];
}

// COP has decimals in Mercado Pago's OpenAPI, but the API answers "Prices in COP currency must be
// expressed with integer values"; the stricter of the two is simulated.
export const sites: Readonly<Record<SiteId, Site>> = {
  MLA: site('MLA', 'AR', 'ARS', '032', 2, [621102, 473000]),
  MLB: site('MLB', 'BR', 'BRL', '986', 2, [5611203, 4731300]),
  MLC: site('MLC', 'CL', 'CLP', '152', 0, [561000, 473001]),
  MCO: site('MCO', 'CO', 'COP', '170', 0, [5611, 4731]),
  MLM: site('MLM', 'MX', 'MXN', '484', 2, [5812, 468419]),
  MPE: site('MPE', 'PE', 'PEN', '604', 2, [5520, 5050]),
  MLU: site('MLU', 'UY', 'UYU', '858', 2, [56101, 47300]),
};

function site(
  id: SiteId,
  country: string,
  currency: string,
  currencyNumber: string,
  decimals: 0 | 2,
  categories: readonly number[],
): Site {
  return { id, country, currency, currencyNumber, decimals, categories };
}
