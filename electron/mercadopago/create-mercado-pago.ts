import type { Currency } from '../../shared/country';
import type { PaymentGateway } from '../checkout/payment-gateway';
import type { AccountApi } from './account-api';
import { accounts } from './accounts';
import { baseUrlSchema, MERCADO_PAGO_URL } from './base-url';
import { instoreOrders } from './instore-orders';
import { createMercadoPagoHttp, type RequestLine, type Timeouts } from './mercado-pago-http';
import { merchantOrders } from './merchant-orders';
import { payments } from './payments';
import { qrImage } from './qr-image';
import { refunds } from './refunds';
import { registers } from './registers';
import type { RetryRules } from './retry';
import { stores } from './stores';

export interface MercadoPagoOptions {
  /** Default: Mercado Pago's. @see baseUrlSchema */
  readonly baseUrl?: string;
  readonly token: string;
  readonly now: () => Date;
  /** Default: `Math.random`. */
  readonly random?: () => number;
  readonly log?: (line: RequestLine) => void;
  readonly timeouts?: Partial<Timeouts>;
  readonly retry?: Partial<RetryRules>;
}

/** Whose orders: known once `accounts.whoAmI` has answered. */
interface Collector {
  readonly userId: string;
  readonly currency: Currency;
}

/** Mercado Pago as one access token sees it. */
export interface MercadoPago {
  readonly accounts: AccountApi;
  /** The checkout's port, by Instore Orders v2 and merchant orders. */
  gatewayFor(collector: Collector): PaymentGateway;
  /** Lets go of the kept connections. Requests under way fail as offline. */
  close(): void;
}

// A cashier waits through a reading, and the checkout asks again by itself; a PUT must outlast a slow line, because
// giving up leaves its outcome unknown.
const defaultTimeouts: Timeouts = { readMs: 6000, readTotalMs: 12_000, writeMs: 15_000 };
const defaultRetry: RetryRules = { attempts: 3, firstMs: 300, longestMs: 2000 };

/** @throws ZodError when the base URL is not one: check what a person typed with `baseUrlSchema` before. */
export function createMercadoPago(options: MercadoPagoOptions): MercadoPago {
  const baseUrl = baseUrlSchema.parse(options.baseUrl ?? MERCADO_PAGO_URL);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const http = createMercadoPagoHttp({
    baseUrl,
    token: options.token.trim(),
    now: options.now,
    random: options.random ?? Math.random,
    log: options.log ?? (() => undefined),
    timeouts,
    retry: { ...defaultRetry, ...options.retry },
  });
  return {
    accounts: {
      ...accounts(http),
      ...stores(http),
      ...registers(http),
      ...qrImage({ baseUrl, timeoutMs: timeouts.readTotalMs }),
    },
    gatewayFor: ({ userId, currency }) => ({
      ...instoreOrders(http, userId),
      ...merchantOrders(http, currency),
      ...payments(http, currency),
      ...refunds(http, currency),
      clockSkewMs: () => http.clockSkewMs(),
    }),
    close: () => http.close(),
  };
}
