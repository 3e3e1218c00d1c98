import { z } from 'zod';
import { checkSchema } from '../diagnostics';
import { writtenFileSchema } from '../product-file';

const nothing = z.undefined();

export const diagnosticsRequests = {
  /** Tries everything that the till stands on. Changes nothing, and no charge waits for it. */
  'diagnostics.run': { input: nothing, output: z.array(checkSchema) },
  /** Writes what was found last to a file that a person chooses. It holds no secret. */
  'diagnostics.export': { input: nothing, output: writtenFileSchema },
} as const;
