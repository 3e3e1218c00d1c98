import { countryOf, type Currency } from '../../shared/country';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import type { Setup } from '../../shared/snapshot';
import type { TicketDesign } from '../../shared/ticket-design';
import type { Bitmap } from '../../shared/ticket/bitmap';
import { withoutTaxLabel, withTaxLabel } from '../lib/tax-id';
import { defaultSettings } from '../setup/printer-choice';

/** What the fields of the designer hold, as they are typed. */
export interface DesignDraft {
  readonly name: string;
  readonly address: string;
  readonly taxId: string;
  readonly legend: string;
  readonly footer: string;
  readonly paper: TicketDesign['paper'];
}

/** What the fields begin with: what is in force, or what is known of the shop already. */
export function draftOf({ business, register, printer }: Setup, currency: Currency): DesignDraft {
  const { columns, codePage } = printer ?? defaultSettings;
  return {
    name: business?.name ?? register?.storeName ?? '',
    address: business?.address ?? '',
    taxId: withoutTaxLabel(countryOf(currency).taxIdLabel, business?.taxId ?? ''),
    legend: business?.legend ?? legendOf(currency),
    footer: business?.footer ?? '',
    paper: { columns, codePage },
  };
}

/** What is typed as a design. The country's own legend is left to the country: it may change with a new version. */
export function designOf(draft: DesignDraft, logo: Bitmap | null, currency: Currency): TicketDesign {
  const { name, address, taxId, legend, footer, paper } = draft;
  const label = countryOf(currency).taxIdLabel;
  const own = legend.trim() === legendOf(currency) ? {} : { legend };
  return { business: { name, address, taxId: withTaxLabel(label, taxId), footer, ...own }, logo, paper };
}

function legendOf(currency: Currency): string {
  const { locale } = countryOf(currency);
  return ticketTexts(locale).legends[locale];
}
