import { z } from 'zod';

/** An id of Mercado Pago's as text, whether it came as a number, as text, or beyond 2^53 (see `parseJson`). */
export const wireIdSchema = z
  .union([z.int().nonnegative(), z.string().regex(/^[A-Za-z0-9]{1,64}$/)])
  .transform((id) => String(id));

/** Text that Mercado Pago's examples also show as a number (`"external_reference": 12345`). */
export const wireTextSchema = z.union([z.string(), z.number()]).transform((text) => String(text));

/** An amount in the currency's unit, as a number or (Orders API, some references) as text. */
export const wireAmountSchema = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** Absent and null are one thing on this wire. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}
