import { z } from 'zod';
import { startTexts } from '../../shared/texts/start-texts';

export const MERCADO_PAGO_URL = 'https://api.mercadopago.com';

/**
 * Where the API is: HTTPS, or plain HTTP on this very computer (the simulator). Anything else would show the access
 * token to the network. Read as an address without a final slash.
 */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || isThisComputer(url), startTexts.addressExpected)
  .refine((url) => url.username === '' && url.password === '', startTexts.addressExpected)
  .refine((url) => url.search === '' && url.hash === '', startTexts.addressExpected)
  .transform((url) => `${url.origin}${url.pathname}`.replace(/\/+$/, ''));

export function isThisComputer(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
