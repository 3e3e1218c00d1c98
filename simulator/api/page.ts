import { z } from 'zod';

const whole = /^\d+$/;

/** `limit` and `offset` as every search of the API takes them. Messages name the POS reference's errors. */
export function pageSchema(defaultLimit: number, maximum = 100) {
  return {
    limit: z
      .string()
      .regex(whole, 'INVALID_LIMIT: limit must be a number.')
      .transform(Number)
      .pipe(z.number().max(maximum, 'INVALID_LIMIT: limit is too large.'))
      .default(defaultLimit),
    offset: z.string().regex(whole, 'INVALID_OFFSET: offset must be a number.').transform(Number).default(0),
  };
}
