import { z } from 'zod';
import { cashRefundSchema, cashSaleSchema, cashSnapshotSchema } from './cash/cash-sale';
import { checkoutStateSchema, ticketFateSchema } from './checkout/state';
import { appearanceSchema } from './appearance';
import { strayPaymentSchema } from './checkout/stray-payment';
import { customerScreenSchema } from './customer-screen';
import { currencySchema, localeSchema, siteSchema } from './country';
import { diskStatusSchema } from './disk';
import { errorCodeSchema } from './errors';
import { leaseStatusSchema } from './lease';
import { minorUnitsSchema } from './money';
import { peopleSchema } from './people/people';
import { printerSettingsSchema, printerStatusSchema } from './printer';
import { printerSearchSchema } from './printer-search';
import { refundStateSchema } from './refund/refund';
import { shiftSnapshotSchema } from './shift/shift-view';
import { sellingSettingsSchema } from './selling';
import { guideStepSchema } from './setup-guide';
import { businessSchema } from './ticket/ticket';

/** Whether the relay speaks to us. Without it everything works, only slower. Times are ISO 8601 UTC. */
const relayStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notConfigured') }),
  z.object({ state: z.literal('connecting') }),
  z.object({
    state: z.literal('connected'),
    since: z.iso.datetime(),
    /** The relay's clock minus this computer's. */
    clockSkewMs: z.int(),
    /** More than one till listens for this caja: somebody set two computers up as one. */
    peers: z.int().positive(),
  }),
  z.object({
    state: z.literal('disconnected'),
    since: z.iso.datetime(),
    reason: z.enum(['unreachable', 'tokenRefused', 'silent', 'serverError']),
  }),
]);
export type RelayStatus = z.infer<typeof relayStatusSchema>;

/** Whether Mercado Pago answered when it was last asked. */
const gatewayStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown') }),
  z.object({ state: z.literal('reachable'), since: z.iso.datetime() }),
  z.object({ state: z.literal('unreachable'), since: z.iso.datetime(), code: errorCodeSchema }),
]);
export type GatewayStatus = z.infer<typeof gatewayStatusSchema>;

/** What keeps a checkout from going on right now, beside its state. Goes away by itself when the cause does. */
const troubleSchema = z.object({ code: errorCodeSchema, since: z.iso.datetime() });
export type Trouble = z.infer<typeof troubleSchema>;

const checkoutSnapshotSchema = z.object({
  state: checkoutStateSchema,
  trouble: troubleSchema.nullable(),
  /** True while we ask Mercado Pago every few seconds because no notification comes. */
  polling: z.boolean(),
});
export type CheckoutSnapshot = z.infer<typeof checkoutSnapshotSchema>;

/** A refund as a window shows it. */
const refundSnapshotSchema = z.object({ state: refundStateSchema, trouble: troubleSchema.nullable() });
export type RefundSnapshot = z.infer<typeof refundSnapshotSchema>;

/** How a charge stands that was open, or whose paper was on its way, when the program last ended without finishing it. */
const interruptedSchema = z.object({
  checkoutId: z.uuid(),
  saleNumber: z.int().positive(),
  total: minorUnitsSchema,
  /** What of it was to be paid in cash, which the customer had laid on the counter. */
  cash: minorUnitsSchema.nullable(),
  /** `open`: it goes on. Otherwise how it ended while nobody looked. */
  outcome: z.enum(['open', 'paid', 'unpaid', 'needsAttention']),
  /** Only of a paid one. */
  ticket: ticketFateSchema.nullable(),
});
export type Interrupted = z.infer<typeof interruptedSchema>;

/** A charge as the list of sales shows it, with what was given back of it. */
const chargeRecordSchema = z.object({
  kind: z.literal('charge'),
  state: checkoutStateSchema,
  refunds: z.array(refundSnapshotSchema),
  /** Of the part that was paid in cash, if one was. */
  cashRefunds: z.array(cashRefundSchema),
});
export type ChargeRecord = z.infer<typeof chargeRecordSchema>;

/** A sale that was paid over the counter, likewise. */
const cashRecordSchema = z.object({
  kind: z.literal('cash'),
  sale: cashSaleSchema,
  cashRefunds: z.array(cashRefundSchema),
});
export type CashRecord = z.infer<typeof cashRecordSchema>;

export const saleRecordSchema = z.discriminatedUnion('kind', [chargeRecordSchema, cashRecordSchema]);
export type SaleRecord = z.infer<typeof saleRecordSchema>;

export const accountSummarySchema = z.object({
  userId: z.string(),
  nickname: z.string(),
  site: siteSchema,
  /** Whether its payments are real money. Left out: it was connected before that was asked. */
  kind: z.enum(['production', 'test']).optional(),
});
export type AccountSummary = z.infer<typeof accountSummarySchema>;

export const registerSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  externalId: z.string(),
  storeName: z.string(),
  externalStoreId: z.string(),
});
export type RegisterSummary = z.infer<typeof registerSummarySchema>;

/** How this store charges. */
export const chargeSettingsSchema = z.object({
  /** Minutes an order stays payable. Short, because a forgotten order blocks the next customer. */
  expiresInMinutes: z.int().min(1).max(120).default(10),
  /** Show the caja's QR on the charge screen, for stores without a printed one. */
  showQrOnScreen: z.boolean().default(false),
  /** The integrator's Mercado Pago user id, sent as `sponsor.id`. */
  sponsorId: z.string().regex(/^\d+$/).nullable().default(null),
  /** Colombia: IVA in percent of the total, sent as an amount. null sends none (Mercado Pago then assumes 19 %). */
  ivaPercent: z.number().min(0).max(100).nullable().default(null),
});

/** What the set-up screen shows: everything but secrets. */
const setupSchema = z.object({
  account: accountSummarySchema.nullable(),
  register: registerSummarySchema.nullable(),
  relay: z.object({ url: z.string(), caja: z.string() }).nullable(),
  printer: printerSettingsSchema.nullable(),
  business: businessSchema.nullable(),
  charge: chargeSettingsSchema,
  customerScreen: customerScreenSchema,
  selling: sellingSettingsSchema,
  /** False when the system offers no keyring, so the token is protected by file permissions only. */
  secretsSealed: z.boolean(),
  /** Why the unattended set-up file was refused, as "file:line: reason"; null when there is none or it was applied. */
  provisionProblem: z.string().nullable(),
  /** Chosen by a person; null follows the account's country. */
  language: localeSchema.nullable(),
  /** Where the first guide was left; `finish` once it was ended, null where it was never begun. */
  guideStep: guideStepSchema.nullable(),
});
export type Setup = z.infer<typeof setupSchema>;

/** Everything a window shows, whole. The newest revision is the truth; a window never computes it. */
export const snapshotSchema = z.object({
  revision: z.int().nonnegative(),
  locale: localeSchema,
  currency: currencySchema,
  appearance: appearanceSchema,
  /** Practice mode: no real money anywhere. */
  practice: z.boolean(),
  setup: setupSchema,
  relay: relayStatusSchema,
  gateway: gatewayStatusSchema,
  printer: printerStatusSchema,
  /** The last look for printers in the network. */
  printerSearch: printerSearchSchema,
  /** The charge on screen; null while a sale is being typed. */
  checkout: checkoutSnapshotSchema.nullable(),
  /** Charges that a person must look at, newest first: `reviewOf` says why. */
  attention: z.array(checkoutSnapshotSchema),
  /** Money on orders of this till that it does not know, while nobody has decided about it. */
  strays: z.array(strayPaymentSchema),
  /** Refunds under way, and ended ones that nobody has acknowledged. */
  refunds: z.array(refundSnapshotSchema),
  /** One plain line each, until the cashier has read it. */
  interrupted: z.array(interruptedSchema),
  cash: cashSnapshotSchema,
  shift: shiftSnapshotSchema,
  lease: leaseStatusSchema,
  disk: diskStatusSchema,
  /** Stored charges that this program can't read: kept as they are, and somebody must know. */
  unreadable: z.int().nonnegative(),
  /** How many sales were put aside. */
  heldSales: z.int().nonnegative(),
  /** Whose name goes under a decision about money, until somebody types another. */
  operator: z.string().nullable(),
  people: peopleSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;
