import type { Locale } from '../../shared/country';
import type { Settings } from '../storage/settings-store';

/** What must be filled in by whoever sets the next till up. */
export interface ProvisionBlanks {
  readonly token: string;
  readonly register: string;
}

/**
 * This till's set-up as a provision file for the next one. It has no secret: the token and the other caja's code are blanks
 * that refuse the file, with their line, until somebody fills them in.
 */
export function provisionOf(settings: Settings, language: Locale, blanks: ProvisionBlanks): string {
  const { practice, register, printer, business, logo, charge, selling } = settings;
  const file = {
    version: 1,
    language,
    ...(practice && { practice }),
    account: { token: blanks.token },
    register: { externalStoreId: register?.externalStoreId ?? blanks.register, externalPosId: blanks.register },
    ...(printer && { printer }),
    business: business ?? { name: blanks.register },
    ...(logo && { logo }),
    charge,
    selling,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
