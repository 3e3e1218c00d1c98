import type { Attempt } from '../../shared/checkout/attempt';
import type { MerchantOrderFacts } from '../../shared/checkout/observation';
import type { ErrorCode, Result } from '../../shared/errors';
import type { MinorUnits } from '../../shared/money';

/** Why a call failed, and what is known after it. */
export interface GatewayFailure {
  readonly code: ErrorCode;
  /** False when the request may have been carried out although no answer came: look before doing anything else. */
  readonly outcomeKnown: boolean;
  /** What the other side asked us to wait, if it did. */
  readonly retryAfterMs: number | null;
  /** For the log, in English, without any secret. */
  readonly detail: string;
}

/** The order that a scan of the caja's QR would show now. */
export interface PendingOrder {
  readonly reference: string;
}

/** A caja's address at Mercado Pago: the external ids, which are the ones its paths take. */
export type RegisterAddress = Attempt['register'];

/** What decides whether an order may be put: fixed by the configuration, not by the sale. */
export interface OrderTerms {
  /** Where Mercado Pago must notify; null when no relay is paired. */
  readonly notificationUrl: string | null;
  /** The integrator's user id, when there is one. */
  readonly sponsorId: string | null;
  /** Colombia's IVA in percent of the total; null where it is not sent. */
  readonly ivaPercent: number | null;
}

/** A payment that came in at a caja, as our own GET showed it. */
export interface RegisterPayment {
  readonly id: string;
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly status: string;
  readonly currency: string;
  readonly amount: MinorUnits;
  /** Refunded or charged back, by whomever. */
  readonly givenBack: MinorUnits;
  /** ISO 8601 UTC; null when it was never approved. */
  readonly approvedAt: string | null;
  /** What the provider keeps of it; null where it does not say. */
  readonly commission: MinorUnits | null;
  /** What of it reaches the account; null where it does not say. */
  readonly net: MinorUnits | null;
}

/** Payments of one caja between two moments by the payment service's clock. */
export interface PaymentSearch {
  /** The service's own number of the caja, not its external id. */
  readonly registerId: string;
  readonly since: Date;
  readonly until: Date;
  /** Which moment of a payment lies between them. Default: that of its last change, its making included. */
  readonly by?: 'change' | 'approval';
}

/** One refund of a payment, whoever asked for it. */
export interface ProviderRefund {
  readonly id: string;
  readonly amount: MinorUnits;
  readonly status: 'approved' | 'inProcess' | 'rejected';
  /** ISO 8601 UTC, when the service says it. */
  readonly createdAt: string | null;
}

export interface RefundRequest {
  readonly paymentId: string;
  /** null for all of a payment of which nothing was given back. */
  readonly amount: MinorUnits | null;
  /** The same key with the same request is the same refund, however often it is sent. */
  readonly idempotencyKey: string;
}

/**
 * Everything the checkout needs of the payment provider. One call is one question or one request: the patience,
 * the order of calls and their meaning are the checkout's. Calls never throw for what the world can do to them.
 */
export interface PaymentGateway {
  /** The order on the caja now; null when there is none. */
  findPendingOrder(register: RegisterAddress): Promise<Result<PendingOrder | null, GatewayFailure>>;
  /** Puts the attempt's order on its caja. */
  putOrder(attempt: Attempt, terms: OrderTerms): Promise<Result<void, GatewayFailure>>;
  /** Removes whatever order is on the caja: look first, it may be the next customer's. */
  deleteOrder(register: RegisterAddress): Promise<Result<void, GatewayFailure>>;
  /** One merchant order; null when it does not exist (or is not this account's to see). */
  fetchMerchantOrder(id: string): Promise<Result<MerchantOrderFacts | null, GatewayFailure>>;
  /** Every merchant order that carries the reference: one for each scan. */
  searchMerchantOrders(reference: string): Promise<Result<readonly MerchantOrderFacts[], GatewayFailure>>;
  fetchPayment(id: string): Promise<Result<RegisterPayment, GatewayFailure>>;
  /** Every payment of the caja that was made or changed, or approved, in that time. */
  searchPayments(search: PaymentSearch): Promise<Result<readonly RegisterPayment[], GatewayFailure>>;
  /** Gives money back, or fails; `rejected` in the answer is no failure of the call. */
  requestRefund(request: RefundRequest): Promise<Result<ProviderRefund, GatewayFailure>>;
  /** Every refund of a payment. */
  listRefunds(paymentId: string): Promise<Result<readonly ProviderRefund[], GatewayFailure>>;
  /** The payment service's clock minus this computer's, in ms, from its newest answer; 0 before the first. */
  clockSkewMs(): number;
}
