import type { ErrorCode } from '../errors';
import type { PrinterTrouble } from '../printer';
import type { BookedRefund, Decision } from './ledger';
import type { Observation } from './observation';
import type { HintSource } from './state';

/** Facts, in the past tense. `at` is ISO 8601 UTC by this computer's clock. */
export type CheckoutEvent =
  /** Mercado Pago took the order, or a look found it on the caja. */
  | { readonly kind: 'orderCreated' }
  /** Mercado Pago will never take this order, and a look found none. */
  | { readonly kind: 'orderRefused'; readonly code: ErrorCode }
  /** Somebody says that something changed. Never proof of anything. */
  | { readonly kind: 'paymentHinted'; readonly source: HintSource; readonly merchantOrderId: string | null }
  /** We looked. */
  | { readonly kind: 'orderObserved'; readonly observation: Observation }
  /** The order's time is over by Mercado Pago's clock as far as we know it. */
  | { readonly kind: 'expiryReached' }
  | { readonly kind: 'cancelRequested' }
  /** The order is off the caja's QR for certain; this is what we saw after that. */
  | { readonly kind: 'orderWithdrawn'; readonly observation: Observation }
  /** Nobody can pay the order any more, and Mercado Pago will never tell us whether somebody did. */
  | { readonly kind: 'orderUnverifiable'; readonly at: string }
  | { readonly kind: 'ticketQueued'; readonly jobId: string; readonly trouble: PrinterTrouble | null }
  | { readonly kind: 'ticketStarted'; readonly jobId: string }
  | { readonly kind: 'ticketPrinted'; readonly jobId: string }
  | { readonly kind: 'ticketFailed'; readonly jobId: string; readonly trouble: PrinterTrouble }
  | { readonly kind: 'ticketUnconfirmed'; readonly jobId: string; readonly trouble: PrinterTrouble }
  /** The cashier looked at the printer and answered "¿Salió el ticket?" with yes. */
  | { readonly kind: 'ticketSeen'; readonly jobId: string }
  | { readonly kind: 'reprintRequested'; readonly by: string; readonly at: string }
  /** Mercado Pago approved a refund that we asked for. */
  | { readonly kind: 'refundApproved'; readonly refund: BookedRefund; readonly decision: Decision }
  /** A person says that the money is right as it is. */
  | { readonly kind: 'reviewDismissed'; readonly decision: Decision }
  /** A person says that the customer has the goods: the money is this sale's after all, if a fresh look covers it. */
  | { readonly kind: 'saleClaimed'; readonly decision: Decision; readonly observation: Observation };
