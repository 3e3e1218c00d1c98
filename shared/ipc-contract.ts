import { z } from 'zod';
import { catalogueTextSchema } from './catalogue-text';
import { customerScreenSchema } from './customer-screen';
import type { CustomerView } from './customer-view';
import { failureSchema } from './errors';
import { diagnosticsRequests } from './ipc/diagnostics-requests';
import { productFileRequests } from './ipc/product-file-requests';
import { settingsHistoryRequests } from './ipc/settings-history-requests';
import { ticketDesignRequests } from './ipc/ticket-design-requests';
import { appearanceRequests } from './ipc/appearance-requests';
import { cashRequests } from './ipc/cash-requests';
import { shiftRequests } from './ipc/shift-requests';
import { approved, peopleRequests } from './ipc/people-requests';
import { reportRequests } from './ipc/report-requests';
import { salesRequests } from './ipc/sales-requests';
import { heldSaleRequests } from './ipc/held-sale-requests';
import { printerRequests } from './ipc/printer-requests';
import { productRequests } from './ipc/product-requests';
import { minorUnitsSchema } from './money';
import { printerSettingsSchema, printOutcomeSchema } from './printer';
import { backupChoiceSchema, recoveryStateSchema } from './recovery';
import { draftSchema } from './sale';
import { guideStepSchema } from './setup-guide';
import { sellingSettingsSchema } from './selling';
import { accountSummarySchema, chargeSettingsSchema, registerSummarySchema, snapshotSchema } from './snapshot';

/**
 * Everything that a window may ask of the main process, and everything it may be told. Types, the handler map and the
 * preload's allow-list are derived from these two tables; there is no other channel.
 */

const nothing = z.undefined();
const checkoutRef = z.object({ checkoutId: z.uuid() });
const refundRef = z.object({ refundId: z.uuid() });
/**
 * Who decides, in the name that they go by at the store, and why. Both are kept and printed. Where operators sign in, the
 * till knows who it is and takes nobody's word for it.
 */
const decision = { by: z.string().trim().min(1).max(40), note: z.string().trim().min(1).max(160), ...approved };

/** A sucursal as the set-up screen lists it. */
export const storeChoiceSchema = z.object({ id: z.string(), externalId: z.string().nullable(), name: z.string() });
export type StoreChoice = z.infer<typeof storeChoiceSchema>;

/** A caja as the set-up screen lists it. Without an external id or a fixed amount it can't charge by attended QR. */
export const registerChoiceSchema = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  usable: z.boolean(),
});
export type RegisterChoice = z.infer<typeof registerChoiceSchema>;

/** Mercado Pago: letters and digits, at most 60 for a store. */
const externalStoreId = z.string().regex(/^[A-Za-z0-9]{1,60}$/);
/** Mercado Pago: letters and digits, below 40; 24 leaves room for our references. */
const externalPosId = z.string().regex(/^[A-Za-z0-9]{1,24}$/);

const newStoreSchema = z.object({
  externalId: externalStoreId,
  name: z.string().trim().min(1).max(60),
  location: z.object({
    streetName: z.string().trim().min(1).max(100),
    streetNumber: z.string().trim().min(1).max(20),
    city: z.string().trim().min(1).max(80),
    state: z.string().trim().min(1).max(80),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    reference: z.string().trim().max(100),
  }),
});

export const requests = {
  'till.snapshot': { input: nothing, output: snapshotSchema },

  /** To search in. Null: nothing has changed since that version. */
  'catalogue.text': {
    input: z.object({ version: z.string().max(40).nullable() }),
    output: catalogueTextSchema.nullable(),
  },
  ...productRequests,

  'draft.load': { input: nothing, output: draftSchema.nullable() },
  'draft.save': { input: draftSchema.nullable(), output: nothing },
  /** The customer left: this sale will not be charged. What it was is kept in the log. */
  'draft.void': { input: z.object({ draft: draftSchema, ...approved }), output: nothing },

  ...heldSaleRequests,

  /** `expectedTotal` is what the cashier saw; a difference refuses the charge instead of surprising anybody. */
  'checkout.start': {
    input: z.object({
      draft: draftSchema,
      expectedTotal: minorUnitsSchema,
      /** What the customer pays in cash beside it; null: all of it by QR. */
      cash: minorUnitsSchema.positive().nullable().default(null),
      ...approved,
    }),
    output: checkoutRef,
  },
  'checkout.verify': { input: checkoutRef, output: nothing },
  'checkout.cancel': { input: checkoutRef, output: nothing },
  /** The cashier has read how it ended; the next sale may begin. */
  'checkout.finish': { input: checkoutRef, output: nothing },
  'ticket.reprint': { input: checkoutRef, output: nothing },
  'ticket.seen': { input: checkoutRef.extend({ jobId: z.string() }), output: nothing },

  /** A person's answer to a charge to review: it is right as it is. */
  'review.dismiss': { input: checkoutRef.extend(decision), output: nothing },
  /** … or: the customer took the goods, so it is paid. Asks Mercado Pago first; `saleNotCovered` when that says otherwise. */
  'review.link': { input: checkoutRef.extend(decision), output: nothing },
  /** The same for a payment that belongs to no sale of this disk. `saleNumber`: it paid that one. */
  'review.decideStray': {
    input: z.object({ paymentId: z.string().min(1), saleNumber: z.int().positive().nullable(), ...decision }),
    output: nothing,
  },
  /** Gives money back. On disk when this answers; how it goes on is in the snapshot's `refunds`. */
  'refund.request': {
    input: refundRef.extend({
      // `refundId` is made when the dialog opens, so that asking twice is asking once.
      /** null for a stray payment. */
      checkoutId: z.uuid().nullable(),
      paymentId: z.string().min(1),
      amount: minorUnitsSchema.positive(),
      /** Of the sale, by their place in it: those that came back. */
      lines: z.array(z.int().min(0).max(499)).max(500).default([]),
      ...decision,
    }),
    output: refundRef,
  },
  'refund.reprint': { input: refundRef, output: nothing },
  'refund.seen': { input: refundRef.extend({ jobId: z.string() }), output: nothing },
  /** Somebody has read how it ended. */
  'refund.acknowledge': { input: refundRef, output: nothing },

  ...salesRequests,
  /** The cashier has read the line about a charge that was interrupted. */
  'interrupted.acknowledge': { input: checkoutRef, output: nothing },

  ...shiftRequests,
  ...reportRequests,

  /** A manager decides that this computer charges at the caja from now on. */
  'lease.takeOver': { input: z.strictObject(approved), output: nothing },

  ...peopleRequests,

  /** While the data can't be used (every other request is `dataUnusable` then): what a person needs to decide. Otherwise null. */
  'recovery.state': { input: nothing, output: recoveryStateSchema.nullable() },
  /** Goes on with that backup; what can't be used is kept aside. Answers when the till is open again. */
  'recovery.restore': { input: backupChoiceSchema.pick({ name: true }), output: nothing },
  'recovery.startEmpty': { input: nothing, output: nothing },
  'recovery.quit': { input: nothing, output: nothing },

  /** The caja's QR as a `data:` URL, or null when Mercado Pago gave none. */
  'register.qrImage': { input: nothing, output: z.string().startsWith('data:image/png;base64,').nullable() },

  'setup.connectAccount': {
    input: z.object({ token: z.string().trim().min(10).max(300) }),
    output: accountSummarySchema,
  },
  'setup.listStores': { input: nothing, output: z.array(storeChoiceSchema) },
  'setup.createStore': { input: newStoreSchema, output: storeChoiceSchema },
  'setup.listRegisters': { input: z.object({ storeId: z.string() }), output: z.array(registerChoiceSchema) },
  'setup.createRegister': {
    input: z.object({ storeId: z.string(), externalId: externalPosId, name: z.string().trim().min(1).max(44) }),
    output: registerChoiceSchema,
  },
  'setup.chooseRegister': {
    input: z.object({ storeId: z.string(), registerId: z.string() }),
    output: registerSummarySchema,
  },
  'setup.pairRelay': { input: z.object({ pairing: z.string().max(600) }), output: z.object({ caja: z.string() }) },
  'setup.unpairRelay': { input: nothing, output: nothing },
  ...printerRequests,
  'setup.choosePrinter': { input: printerSettingsSchema.nullable(), output: nothing },
  'setup.printTest': { input: nothing, output: printOutcomeSchema },
  'setup.openDrawer': { input: z.strictObject(approved), output: printOutcomeSchema },
  'setup.saveSelling': { input: sellingSettingsSchema.strict(), output: nothing },
  'setup.saveCharge': { input: chargeSettingsSchema.strict(), output: nothing },
  'setup.saveGuideStep': { input: z.object({ step: guideStepSchema }).strict(), output: nothing },
  'setup.saveCustomerScreen': { input: z.object({ customerScreen: customerScreenSchema }), output: nothing },

  ...cashRequests,
  ...appearanceRequests,
  ...productFileRequests,
  ...diagnosticsRequests,
  ...settingsHistoryRequests,
  ...ticketDesignRequests,
} as const;

export const broadcasts = {
  /** Sent whenever anything a window shows has changed. */
  snapshot: snapshotSchema,
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>;
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>;

export type BroadcastName = keyof typeof broadcasts;
export type BroadcastPayload<Name extends BroadcastName> = z.output<(typeof broadcasts)[Name]>;

export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: z.output<typeof failureSchema> };

/** A reply as it crosses the boundary, checked on arrival. */
export function replySchema<Output extends z.ZodType>(output: Output) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: output }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ]);
}

/** What the preload puts on `window.till`. */
export interface TillBridge {
  request<Name extends RequestName>(
    name: Name,
    ...input: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
  ): Promise<Reply<RequestOutput<Name>>>;
  /** Calls back on every broadcast until the returned function is called. */
  subscribe<Name extends BroadcastName>(name: Name, listener: (payload: BroadcastPayload<Name>) => void): () => void;
  /** Lets the system have the memory that the page does not need. Takes some 50 ms of the page's time. */
  giveMemoryBack(): void;
}

/** What the customer's screen is told. It may ask for nothing. */
export interface CustomerBridge {
  /** Calls back with the view as it is and whenever it changes. */
  subscribe(listener: (view: CustomerView) => void): void;
}

/** Electron channel names, one per direction. */
export const REQUEST_CHANNEL = 'till:request';
export const BROADCAST_CHANNEL = 'till:broadcast';
export const CUSTOMER_CHANNEL = 'customer:view';
