import { countries } from '../../shared/country';
import { fail, ok, type Failure, type Result } from '../../shared/errors';
import type { AccountSummary } from '../../shared/snapshot';
import type { GatewayFailure, PaymentGateway } from '../checkout/payment-gateway';
import type { AccountApi } from '../mercadopago/account-api';
import { createMercadoPago } from '../mercadopago/create-mercado-pago';
import type { RequestLine } from '../mercadopago/mercado-pago-http';

/** Mercado Pago with one account's token. */
export interface Connection {
  readonly account: AccountSummary;
  readonly accounts: AccountApi;
  readonly gateway: PaymentGateway;
  close(): void;
}

export interface Credentials {
  readonly token: string;
  readonly apiBaseUrl: string;
}

/** Told of every request, for the log and for the status line. */
export type OnRequest = (line: RequestLine) => void;

/** A connection to an account that is known already: no call is made. */
export function connectionTo(
  account: AccountSummary,
  { token, apiBaseUrl }: Credentials,
  now: () => Date,
  onRequest: OnRequest,
): Connection {
  const mercadoPago = createMercadoPago({
    baseUrl: apiBaseUrl,
    token,
    now,
    log: onRequest,
  });
  return {
    account,
    accounts: mercadoPago.accounts,
    gateway: mercadoPago.gatewayFor({ userId: account.userId, currency: countries[account.site].currency }),
    close: () => mercadoPago.close(),
  };
}

/** Asks Mercado Pago whose token this is. */
export async function identify(
  credentials: Credentials,
  now: () => Date,
  onRequest: OnRequest,
): Promise<Result<AccountSummary>> {
  const mercadoPago = createMercadoPago({
    baseUrl: credentials.apiBaseUrl,
    token: credentials.token,
    now,
    log: onRequest,
  });
  try {
    const found = await mercadoPago.accounts.whoAmI();
    if (!found.ok) return fail(failureFor(found.error));
    // The older test credentials of a real account say so by how they begin.
    return ok(credentials.token.startsWith('TEST-') ? { ...found.value, kind: 'test' } : found.value);
  } finally {
    mercadoPago.close();
  }
}

/** A gateway's failure as a window may see it. */
export function failureFor({ code, detail }: GatewayFailure): Failure {
  return { code, detail: detail.slice(0, 300) };
}
