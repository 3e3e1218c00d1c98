import { z } from 'zod';

/** What is written down when it changes. No secret is among them. */
export const settingFieldSchema = z.enum([
  'locale',
  'practice',
  'account',
  'register',
  'relay',
  'printer',
  'printerColumns',
  'printerCodePage',
  'printerCut',
  'printerDrawer',
  'businessName',
  'businessAddress',
  'businessTaxId',
  'businessLegend',
  'businessLogo',
  'businessFooter',
  'chargeMinutes',
  'chargeShowQr',
  'chargeIva',
  'chargeSponsor',
  'sellingDiscountLimit',
  'sellingScale',
  'sellingScanner',
]);
export type SettingField = z.infer<typeof settingFieldSchema>;

/** One thing that became another; null: there was none, or is none any more. */
export const settingChangeSchema = z.object({
  field: settingFieldSchema,
  before: z.string().max(300).nullable(),
  after: z.string().max(300).nullable(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;

export const settingsEntrySchema = z.object({
  at: z.iso.datetime(),
  /** In whose name the till went then, when anybody's. */
  by: z.string().nullable(),
  changes: z.array(settingChangeSchema),
});
export type SettingsEntry = z.infer<typeof settingsEntrySchema>;
