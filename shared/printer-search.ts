import { z } from 'zod';
import { foundPrinterSchema } from './printer';

const progress = { asked: z.int().nonnegative(), of: z.int().nonnegative(), found: z.array(foundPrinterSchema) };

/** A look for printers in the store's own network. Only a person starts one. */
export const printerSearchSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('searching'), ...progress }),
  /** `how`: every address was asked, somebody stopped it, it took too long, or this computer is in no private network. */
  z.object({ state: z.literal('ended'), how: z.enum(['complete', 'stopped', 'tooLong', 'noNetwork']), ...progress }),
]);
export type PrinterSearch = z.infer<typeof printerSearchSchema>;
