import { z } from 'zod';

import type { Site } from '../world/sites';

import { refuseUnknown } from './problem';

/** Body of a POS (POS reference), with its error keys. Used whole to create one and in part to change one. */
export function posSchema(site: Site) {
  return z.strictObject(
    {
      name: z
        .string('INVALID_NAME: name must be string.')
        .min(1, 'INVALID_NAME: name must be present.')
        .max(44, 'NAME_TOO_LONG: name must be less than 45 characters'),
      fixed_amount: z.boolean('INVALID_FIXED_AMOUNT: fixed_amount must be boolean.').optional(),
      category: z
        .number('INVALID_CATEGORY: category must be numeric.')
        .refine((mcc) => site.categories.includes(mcc), `UNKNOWN_MCC: category is not a known MCC of ${site.id}.`)
        .nullish(),
      store_id: z.number('INVALID_STORE_ID: store_id must be numeric.').nullish(),
      external_store_id: z.string('INVALID_EXTERNAL_STORE_ID: external_store_id must be string.').nullish(),
      external_id: z
        .string('INVALID_EXTERNAL_ID: external_id must be string.')
        .regex(/^[A-Za-z0-9]+$/, 'INVALID_EXTERNAL_ID: external_id must be alphanumeric.')
        .max(39, 'EXTERNAL_ID_TOO_LONG: external_id must be less than 40 characters')
        .nullish(),
      url: z.string('INVALID_URL: url must be string.').max(299, 'INVALID_URL: url must be less than 300.').nullish(),
    },
    {
      error: (issue) =>
        issue.input === undefined
          ? 'MISSING_BODY: the body must be present.'
          : refuseUnknown('UNKNOWN_FIELD_EXCEPTION', 'MISSING_BODY: the body must be an object.')(issue),
    },
  );
}
