import { z } from 'zod';
import { foundPrinterSchema } from '../printer';

/** Printers that are found by looking. */
export const printerRequests = {
  'setup.findPrinters': {
    input: z.undefined(),
    output: z.object({
      printers: z.array(foundPrinterSchema),
      /** False on systems where this program reaches printers by the network only. */
      looksHere: z.boolean(),
    }),
  },
  /** Looks in the store's network. What is found, and how far it is, is in the snapshot's `printerSearch`. */
  'setup.searchPrinters': { input: z.undefined(), output: z.undefined() },
  'setup.stopPrinterSearch': { input: z.undefined(), output: z.undefined() },
} as const;
