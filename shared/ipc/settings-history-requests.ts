import { z } from 'zod';
import { writtenFileSchema } from '../product-file';
import { settingsEntrySchema } from '../settings-history';

const nothing = z.undefined();

export const settingsHistoryRequests = {
  /** The newest changes of the set-up, newest first. */
  'settingsHistory.list': { input: nothing, output: z.array(settingsEntrySchema) },
  /** Writes the set-up as a provision file for the next till, without the token. */
  'settingsHistory.export': { input: nothing, output: writtenFileSchema },
} as const;
