import { countries } from '../../shared/country';
import { fail, ok, type Failure, type Result } from '../../shared/errors';
import type { AccountSummary } from '../../shared/snapshot';
import type { GatewayFailure, PaymentGateway } from '../checkout/payment-gateway';
import type { Log } from '../log/log';
import type { AccountApi } from '../mercadopago/account-api';
import { createMercadoPago } from '../mercadopago/create-mercado-pago';

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

/** A connection to an account that is known already: no call is made. */
export function connectionTo(
  account: AccountSummary,
  { token, apiBaseUrl }: Credentials,
  now: () => Date,
  log: Log,
): Connection {
  const mercadoPago = createMercadoPago({
    baseUrl: apiBaseUrl,
    token,
    now,
    log: (line) => log('mercadoPago.request', { ...line }),
  });
  return {
    account,
    accounts: mercadoPago.accounts,
    gateway: mercadoPago.gatewayFor({ userId: account.userId, currency: countries[account.site].currency }),
    close: () => mercadoPago.close(),
  };
}

/** Asks Mercado Pago whose token this is. */
export async function identify(credentials: Credentials, now: () => Date, log: Log): Promise<Result<AccountSummary>> {
  const mercadoPago = createMercadoPago({
    baseUrl: credentials.apiBaseUrl,
    token: credentials.token,
    now,
    log: (line) => log('mercadoPago.request', { ...line }),
  });
  try {
    const found = await mercadoPago.accounts.whoAmI();
    return found.ok ? ok(found.value) : fail(failureFor(found.error));
  } finally {
    mercadoPago.close();
  }
}

/** A gateway's failure as a window may see it. */
export function failureFor({ code, detail }: GatewayFailure): Failure {
  return { code, detail: detail.slice(0, 300) };
}
