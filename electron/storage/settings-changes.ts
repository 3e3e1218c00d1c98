import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Locale } from '../../shared/country';
import { placeOf, type PrinterSettings } from '../../shared/printer';
import { WHOLE } from '../../shared/discount';
import type { SellingSettings } from '../../shared/selling';
import type { SettingChange, SettingField } from '../../shared/settings-history';
import type { AccountSummary, chargeSettingsSchema, RegisterSummary } from '../../shared/snapshot';
import type { Bitmap } from '../../shared/ticket/bitmap';
import type { businessSchema } from '../../shared/ticket/ticket';

/** The part of the settings that is written down, as everything knows it. */
interface Told {
  readonly locale: Locale | null;
  readonly practice: boolean;
  readonly account: AccountSummary | null;
  readonly register: RegisterSummary | null;
  readonly relay: { readonly url: string; readonly caja: string } | null;
  readonly printer: PrinterSettings | null;
  readonly business: z.infer<typeof businessSchema> | null;
  readonly logo: Bitmap | null;
  readonly charge: z.infer<typeof chargeSettingsSchema>;
  readonly selling: SellingSettings;
}

type Plain = string | number | boolean | null | undefined;

/** How each thing is written down. The relay's notification address is a secret and stays out. */
const tell: Readonly<Record<SettingField, (settings: Told) => Plain>> = {
  locale: ({ locale }) => locale,
  practice: ({ practice }) => practice,
  account: ({ account }) => account && `${account.nickname} (${account.userId})`,
  register: ({ register }) => register && `${register.name}, ${register.storeName} (${register.externalId})`,
  relay: ({ relay }) => relay && `${relay.caja}, ${relay.url}`,
  printer: ({ printer }) => printer && placeOf(printer.transport),
  printerColumns: ({ printer }) => printer?.columns,
  printerCodePage: ({ printer }) => printer?.codePage,
  printerCut: ({ printer }) => printer?.cut,
  printerDrawer: ({ printer }) => printer?.drawerPin,
  businessName: ({ business }) => business?.name,
  businessAddress: ({ business }) => business?.address,
  businessTaxId: ({ business }) => business?.taxId,
  businessLegend: ({ business }) => business?.legend,
  businessLogo: ({ logo }) => logo && `${logo.width} × ${logo.height} (${shortDigest(logo.bits)})`,
  businessFooter: ({ business }) => business?.footer,
  chargeMinutes: ({ charge }) => charge.expiresInMinutes,
  chargeShowQr: ({ charge }) => charge.showQrOnScreen,
  chargeIva: ({ charge }) => charge.ivaPercent,
  chargeSponsor: ({ charge }) => charge.sponsorId,
  sellingDiscountLimit: ({ selling: { discountLimit } }) => (discountLimit === WHOLE ? null : discountLimit / 100),
  sellingScale: ({ selling: { scaleCodes } }) => scaleCodes && Object.values(scaleCodes).map(String).join(' '),
  sellingScanner: ({ selling: { scanner } }) => Object.values(scanner).map(String).join(' '),
};

/** What a person would say has changed. */
export function settingsChanges(before: Told, after: Told): SettingChange[] {
  // The keys of the table are exactly the fields.
  return (Object.keys(tell) as SettingField[])
    .map((field) => ({ field, before: inWords(tell[field](before)), after: inWords(tell[field](after)) }))
    .filter((change) => change.before !== change.after);
}

function inWords(value: Plain): string | null {
  const text = String(value ?? '');
  return text === '' ? null : text.slice(0, 300);
}

/** Tells one picture from another of the same size. */
function shortDigest(bits: string): string {
  return createHash('sha256').update(bits).digest('hex').slice(0, 6);
}
