import { z } from 'zod';
import { catalogueStateSchema, productImportSchema, readFileOutcomeSchema, writtenFileSchema } from '../product-file';

const nothing = z.undefined();

/** The catalogue by file. Main asks for the file: a window never learns a path. */
export const productFileRequests = {
  'productFile.state': { input: nothing, output: catalogueStateSchema },
  /** Lets a person choose a file and says what it would change; null when they chose none. Changes nothing. */
  'productFile.choose': { input: nothing, output: readFileOutcomeSchema.nullable() },
  'productFile.apply': {
    input: z.object({ planId: z.uuid(), missing: z.enum(['keep', 'remove']) }),
    output: productImportSchema,
  },
  /** Takes the last import back. */
  'productFile.undo': { input: nothing, output: productImportSchema },
  'productFile.export': { input: nothing, output: writtenFileSchema },
} as const;
