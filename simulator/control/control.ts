import type { RefundErrorCode } from '../api/refund-problems';
import type { RecordedRequest } from '../api/request-log';
import type { PayOutcome, SettledOutcome } from '../customer/pay';
import type { ApiFaultRule } from '../faults/fault-rules';
import type { Delivery } from '../notifications/delivery';
import type { NotificationForm } from '../notifications/forms';
import type { NotificationFaultRule } from '../notifications/notification-faults';
import type { NotificationOptions } from '../notifications/notification-options';
import type { Behaviour } from '../options';
import type { OffsetClock } from '../world/clock';
import type { Account, MerchantOrderStatus, PaymentMethod, RefundStatus } from '../world/model';
import type { MerchantOrderView, OrderView, PaymentView, PosView, RefundView, ScanResult, ScanView } from './views';

/** A scan, a payment or a merchant order as a view, or just its id. */
export type ScanRef = string | { readonly id: string };
export type NumberRef = number | { readonly id: number };

interface PayOptions {
  /** Default: approved. */
  readonly outcome?: PayOutcome | undefined;
  /** In currency units, as in the API. Default: all that is owed. */
  readonly amount?: number | undefined;
  readonly method?: PaymentMethod | undefined;
}

/** Refusals of DELETE seen in the field while a customer is paying, or when the order is already gone. */
export const deleteRefusalCodes = [
  'instore_order_locked_error',
  'in_store_order_delete_error',
  'already_canceled',
  'order_already_canceled',
] as const;

type DeleteRefusalCode = (typeof deleteRefusalCodes)[number];

interface ForgedNotification {
  readonly url: string;
  readonly merchantOrderId: number;
  /** Default: closed. */
  readonly status?: MerchantOrderStatus | undefined;
  /** Default: webhook. */
  readonly form?: NotificationForm | undefined;
}

/**
 * The hands of a test on the simulated Mercado Pago: it plays the customer, breaks things and looks at what happened.
 * Calls that make no sense (an unknown caja, a second payment of a paid scan) throw {@link ControlError}.
 */
export interface SimulatorControl {
  readonly account: Account;
  /** The simulator's time: advanced, or skewed against the till's. */
  readonly clock: OffsetClock;

  /** The customer reads the caja's printed QR. */
  scan: (pos: string) => ScanResult;
  /** As `scan`, when there must be an order to pay. */
  scanOrder: (pos: string) => ScanView;
  /** The customer is confirming: the order is locked, and DELETE answers so, until `pay` or `leave`. */
  startPaying: (scan: ScanRef) => void;
  /** The customer pays; also late, if the pay screen was open before the order went. */
  pay: (scan: ScanRef, options?: PayOptions) => PaymentView;
  /** A payment that was pending or in process gets its answer. */
  settlePending: (payment: NumberRef, outcome: SettledOutcome) => PaymentView;
  /** The customer closes the pay screen. */
  leave: (scan: ScanRef) => void;
  /** The seller refunds from Mercado Pago's own site or app. Default: all that is left. */
  refund: (payment: NumberRef, options?: { readonly amount?: number | undefined }) => RefundView;
  /** A refund that was in process gets its answer. */
  settleRefund: (refund: NumberRef, outcome: 'approved' | 'rejected') => RefundView;
  /** The customer's bank takes the money back. */
  chargeBack: (payment: NumberRef) => PaymentView;
  /** The bank decides: the seller gets the money again (`reimbursed`) or not (`settled`). */
  endChargeBack: (payment: NumberRef, outcome: 'settled' | 'reimbursed') => PaymentView;
  /** The customer complains to Mercado Pago: the payment is `in_mediation`. */
  dispute: (payment: NumberRef) => PaymentView;
  /** Mercado Pago decides; for the customer, it gives back what was left of the payment. */
  endDispute: (payment: NumberRef, winner: 'seller' | 'customer') => PaymentView;

  /** Every caja of every account. */
  allPos: () => readonly PosView[];
  /** The order that the customer would read on this caja now. */
  orderOn: (pos: string) => OrderView | null;
  /** Every order ever put, oldest first. */
  orders: () => readonly OrderView[];
  scans: () => readonly ScanView[];
  merchantOrders: (externalReference?: string) => readonly MerchantOrderView[];
  /** Makes the API show these fields of a merchant order instead of the true ones, e.g. another collector. */
  show: (merchantOrder: NumberRef, fields: Readonly<Record<string, unknown>>) => void;
  /** As `show`, for a payment. */
  showPayment: (payment: NumberRef, fields: Readonly<Record<string, unknown>>) => void;
  /** Changes how the API behaves from now on, e.g. lets a search that was behind catch up. */
  behave: (changes: Partial<Behaviour>) => void;
  /** Mercado Pago gives the merchant order up: status `expired`. */
  expireMerchantOrder: (merchantOrder: NumberRef) => void;

  /** The next DELETEs of this caja's order are refused with this code (once, unless told more). */
  refuseDelete: (
    pos: string,
    code: DeleteRefusalCode,
    options?: { readonly times?: number; readonly status?: number },
  ) => void;
  /** What the next refunds asked through the API become. */
  nextRefunds: (...statuses: readonly RefundStatus[]) => void;
  /** The next refunds asked through the API are refused, one for each code. */
  refuseRefunds: (...codes: readonly RefundErrorCode[]) => void;
  /** What the seller has to give back, in currency units; null: no limit. */
  setBalance: (amount: number | null) => void;

  readonly faults: {
    /** @returns a function that takes the rule away. */
    add: (rule: ApiFaultRule) => () => void;
    clear: () => void;
    /** Ends every connection that `neverAnswer` left open. */
    hangUp: () => void;
  };

  /** Requests that the API received. */
  readonly requests: {
    list: () => readonly RecordedRequest[];
    clear: () => void;
  };

  readonly notifications: {
    deliveries: () => readonly Delivery[];
    /** Resolves once every request on its way has been answered, failed or timed out. */
    settled: () => Promise<void>;
    /** `opened` noise at an odd moment, whatever the merchant order's state. */
    sendOpened: (merchantOrder: NumberRef) => void;
    /** Sends one that was sent before once more, word for word, however old it is. */
    resend: (delivery: NumberRef) => void;
    /** A notification that Mercado Pago did not send. */
    forge: (notification: ForgedNotification) => void;
    configure: (changes: Partial<NotificationOptions>) => void;
    readonly faults: { add: (rule: NotificationFaultRule) => void; clear: () => void };
  };
  /** Sends now what waits for its retry time, was delayed or is held back; resolves when answered. */
  flushRetries: () => Promise<void>;
}

/** A call to the control that makes no sense in the present state. */
export class ControlError extends Error {
  override readonly name = 'ControlError';

  constructor(
    readonly code: 'unknown' | 'impossible',
    message: string,
  ) {
    super(message);
  }
}
