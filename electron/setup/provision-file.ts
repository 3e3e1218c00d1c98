import { z } from 'zod';
import { localeSchema } from '../../shared/country';
import { printerSettingsSchema } from '../../shared/printer';
import { parsePairing } from '../../shared/relay-protocol';
import { sellingSettingsSchema } from '../../shared/selling';
import { chargeSettingsSchema } from '../../shared/snapshot';
import { startTexts } from '../../shared/texts/start-texts';
import { logoSchema } from '../../shared/ticket/bitmap';
import { businessSchema } from '../../shared/ticket/ticket';
import { baseUrlSchema, MERCADO_PAGO_URL } from '../mercadopago/base-url';

/**
 * The file of `CAJAQR_PROVISION`: everything a manager would set up by hand, for chains. Strict: a name that is not
 * known is refused, because a mistyped one would silently leave a till half set up.
 */
export const provisionSchema = z.strictObject({
  /** Version of this format. */
  version: z.literal(1),
  /** Screen and ticket language; the account's country decides when it is missing. */
  language: localeSchema.optional(),
  /** Practice mode: banner on the screen, mark on the paper. */
  practice: z.boolean().default(false),
  account: z.strictObject({
    /** Mercado Pago access token of the seller. Sealed as soon as it is read. */
    token: z.string().trim().min(10).max(300),
    apiBaseUrl: baseUrlSchema.default(MERCADO_PAGO_URL),
  }),
  /** External ids of an existing store and caja. */
  register: z.strictObject({
    externalStoreId: z.string().min(1).max(60),
    externalPosId: z.string().min(1).max(40),
  }),
  /** The text that the relay gave for this caja; without it the till asks Mercado Pago by itself. */
  relay: z
    .strictObject({
      pairing: z.string().transform((text, context) => {
        const pairing = parsePairing(text);
        if (pairing) return pairing;
        context.addIssue({ code: 'custom', message: startTexts.notAPairing });
        return z.NEVER;
      }),
    })
    .optional(),
  printer: printerSettingsSchema.strict().optional(),
  business: businessSchema.strict(),
  /** As another till's exported set-up has it: black and white dots. */
  logo: logoSchema.optional(),
  charge: chargeSettingsSchema.strict().prefault({}),
  /** Discounts, scale labels and the scanner; what it does not say stays as it is. */
  selling: sellingSettingsSchema.strict().optional(),
  /** Path of the catalogue, relative to this file. */
  catalogue: z.string().min(1).optional(),
});
export type Provision = z.infer<typeof provisionSchema>;
