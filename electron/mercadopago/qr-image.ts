import axios, { type AxiosResponse } from 'axios';
import { fail, ok, type Result } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';
import type { AccountApi } from './account-api';
import { isThisComputer } from './base-url';
import { classifyNetworkError } from './classify-network-error';
import { headerOf } from './header-of';
import { failureOf, notSent, unreadable } from './error-mapping';

export interface QrImageOptions {
  readonly baseUrl: string;
  /** For everything from the name look-up to the last byte, redirects included, in ms. */
  readonly timeoutMs: number;
}

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// The site of each country where attended QR exists.
const imageHosts: ReadonlySet<string> = new Set([
  'www.mercadopago.com',
  'www.mercadopago.com.ar',
  'www.mercadopago.com.br',
  'www.mercadopago.cl',
  'www.mercadopago.com.co',
  'www.mercadopago.com.mx',
  'www.mercadopago.com.pe',
  'www.mercadopago.com.uy',
]);

/**
 * The picture of a caja's QR. It is public, so the access token is not sent. Its address comes out of an answer, so
 * each step to it must be on a host of Mercado Pago's or on the configured base URL.
 */
export function qrImage(options: QrImageOptions): Pick<AccountApi, 'fetchQrImage'> {
  const home = new URL(options.baseUrl);
  return {
    fetchQrImage: async (register) => {
      const deadline = AbortSignal.timeout(options.timeoutMs);
      let address = URL.canParse(register.qrImageUrl ?? '') ? new URL(register.qrImageUrl ?? '') : null;
      for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
        if (address === null) return fail(notSent('fetchQrImage', 'unexpectedAnswer', 'there is no picture'));
        if (!isAllowed(address, home)) {
          return fail(notSent('fetchQrImage', 'unexpectedAnswer', 'the picture is on a host that is not Mercado Pago'));
        }
        const answer = await get(address, deadline);
        if (!answer.ok) return answer;
        const { status, location, bytes } = answer.value;
        if (status >= 300 && status < 400 && location !== null && URL.canParse(location, address.href)) {
          address = new URL(location, address);
          continue;
        }
        if (status !== 200) {
          return fail(
            failureOf('fetchQrImage', { kind: 'answered', status, form: 'empty', body: null, retryAfterMs: null }),
          );
        }
        return bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)
          ? ok(Uint8Array.from(bytes))
          : fail(unreadable('fetchQrImage', 'what came is not a PNG'));
      }
      return fail(unreadable('fetchQrImage', 'the picture moves from one address to another'));
    },
  };
}

/** Whole hosts are compared: an ending alone would let `evilmercadopago.com` pass. */
function isAllowed(address: URL, home: URL): boolean {
  if (address.username !== '' || address.password !== '') return false;
  if (address.origin === home.origin) return true;
  if (address.protocol !== 'https:' || address.port !== '') return false;
  return imageHosts.has(address.hostname) || /^[a-z0-9-]+\.mlstatic\.com$/.test(address.hostname);
}

interface Fetched {
  readonly status: number;
  readonly location: string | null;
  readonly bytes: Buffer;
}

async function get(address: URL, deadline: AbortSignal): Promise<Result<Fetched, GatewayFailure>> {
  try {
    const response: AxiosResponse<ArrayBuffer | Buffer> = await axios.get(address.href, {
      adapter: 'http',
      headers: { Accept: 'image/png', 'User-Agent': 'caja-qr' },
      maxRedirects: 0,
      maxContentLength: MAX_BYTES,
      validateStatus: () => true,
      responseType: 'arraybuffer',
      signal: deadline,
      ...(isThisComputer(address) ? { proxy: false as const } : {}),
    });
    return ok({
      status: response.status,
      location: headerOf(response, 'location'),
      bytes: Buffer.isBuffer(response.data) ? response.data : Buffer.from(response.data),
    });
  } catch (error: unknown) {
    return fail(failureOf('fetchQrImage', classifyNetworkError(error, deadline.aborted)));
  }
}
