import { z } from 'zod';
import { minorUnitsSchema } from '../money';

/** Everything that the log keeps for good, each in one word that its reader finds in `texts`. */
export const auditActSchema = z.enum([
  'signedIn',
  'locked',
  'pinRefused',
  'pinRecovered',
  'operatorCreated',
  'operatorChanged',
  'operatorRemoved',
  'peopleSettingsChanged',
  'setupOpened',
  'settingsChanged',
  'accountConnected',
  'storeCreated',
  'registerCreated',
  'registerChosen',
  'relayPaired',
  'relayUnpaired',
  'printerChosen',
  'businessChanged',
  'chargeChanged',
  'registerTakenOver',
  'drawerOpened',
  'saleVoided',
  'refundRequested',
  'reviewDismissed',
  'saleLinked',
  'strayDecided',
  'ticketReprinted',
  'slipReprinted',
  'cashRefunded',
  'cashMoved',
  'shiftClosed',
  'productsImported',
  'importUndone',
  'productSaved',
  'quickKeysArranged',
  'discountGiven',
  'priceOverridden',
  'salesExported',
  'productsExported',
  'settingsExported',
]);
export type AuditAct = z.infer<typeof auditActSchema>;

/** What an act was about. Only what fits it is there; never a PIN or a token. */
export const auditFactsSchema = z.object({
  sale: z.int().positive().optional(),
  /** Minor units of the account's currency. */
  amount: minorUnitsSchema.optional(),
  /** Mercado Pago's number of the payment. */
  payment: z.string().optional(),
  /** Whose, which, or why: words of a person. */
  note: z.string().optional(),
});
export type AuditFacts = z.infer<typeof auditFactsSchema>;

/** One line of the log. It is never changed and never goes away, and the numbers have no gap. */
export const auditEntrySchema = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  act: auditActSchema,
  /** Who stood at the till, by the name of that time; null when nobody had said who they are. */
  by: z.string().nullable(),
  /** The manager whose PIN allowed it; null when nobody had to. */
  approvedBy: z.string().nullable(),
  facts: auditFactsSchema,
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
