import type { OrderTerms, PaymentGateway } from '../../../electron/checkout/payment-gateway';
import type { Attempt } from '../../../shared/checkout/attempt';
import type { Currency } from '../../../shared/country';
import type { SaleLine } from '../../../shared/sale';

/** A scan of the caja's QR that found an order to pay. */
export interface CustomerScan {
  readonly id: string;
}

/** What the customer reads on the phone. */
export interface ShownOrder {
  readonly reference: string;
  /** Minor units. */
  readonly total: number;
  readonly items: readonly { readonly title: string; readonly quantity: number; readonly total: number }[];
}

export type Call = 'put' | 'find' | 'delete' | 'fetch' | 'search';

export type Fault =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** 200, and JSON cut in the middle. */
  | { readonly kind: 'garbage' }
  /** A page of something in between. */
  | { readonly kind: 'html'; readonly status: number }
  /** The connection ends before the request is heard. */
  | { readonly kind: 'drop' }
  /** The request is carried out, and the connection ends without an answer. */
  | { readonly kind: 'loseAnswer' }
  /** Silence; `handled` says whether the request was carried out. */
  | { readonly kind: 'neverAnswer'; readonly handled: boolean };

/**
 * One seller's account with one caja at a payment provider, all of it under the test's hand. Every adapter of
 * `PaymentGateway` brings its own, and then owes what `describePaymentGateway` asks.
 */
export interface ProviderWorld {
  readonly gateway: PaymentGateway;
  /** The same gateway, which waits only a moment for an answer: for tests in which none comes. */
  readonly impatient: PaymentGateway;
  /** The same gateway with another access token. */
  readonly withToken: (token: string) => PaymentGateway;
  /** The token that the gateway uses, which must never be seen. */
  readonly token: string;
  readonly currency: Currency;
  /** A new attempt on the caja, with its own reference, payable for ten minutes by the provider's clock. */
  readonly attempt: (changes?: Partial<Attempt> & { readonly lines?: readonly SaleLine[] }) => Attempt;
  readonly terms: OrderTerms;

  /** What a scan of the caja's QR would show now. */
  readonly shown: () => ShownOrder | null;
  readonly scan: () => CustomerScan;
  /** The customer is confirming on the pay screen. */
  readonly startPaying: (scan: CustomerScan) => void;
  /** Default: approved, all that is owed. `amount` in minor units. */
  readonly pay: (
    scan: CustomerScan,
    payment?: { readonly outcome?: 'approved' | 'rejected' | 'in_process'; readonly amount?: number },
  ) => { readonly id: string };
  /** The seller gives money back from the provider's own screens. `amount` in minor units. */
  readonly refund: (payment: { readonly id: string }, amount: number) => void;

  /** The next `times` requests of this call suffer the fault; all of them without `times`. */
  readonly suffer: (call: Call, fault: Fault, times?: number) => void;
  /** Moves the provider's clock against this computer's. */
  readonly skewClock: (ms: number) => void;
  /** How many requests of this call the provider received. */
  readonly received: (call: Call) => number;
  /** Everything that the gateway has logged. */
  readonly logged: () => readonly unknown[];
  readonly close: () => Promise<void>;
}
