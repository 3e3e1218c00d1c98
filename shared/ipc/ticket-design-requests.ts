import { z } from 'zod';
import { printOutcomeSchema } from '../printer';
import { pictureFileSchema } from '../picture-file';
import { ticketDesignSchema } from '../ticket-design';
import { bitmapSchema } from '../ticket/bitmap';
import { printedLineSchema } from '../ticket/printed-line';

const nothing = z.undefined();

/** What the shop's papers look like, and tries of it. */
export const ticketDesignRequests = {
  'ticketDesign.logo': { input: nothing, output: bitmapSchema.nullable() },
  /** Asks a person for a picture; null when they chose none. Nothing is stored. */
  'ticketDesign.chooseLogo': { input: nothing, output: pictureFileSchema.nullable() },
  /** The lines of a sale as this design would print them. Nothing is stored. */
  'ticketDesign.preview': { input: ticketDesignSchema, output: z.array(printedLineSchema) },
  'ticketDesign.save': { input: ticketDesignSchema, output: nothing },
  /** Prints the same letters in each code page, numbered. */
  'ticketDesign.printCalibration': { input: nothing, output: printOutcomeSchema },
  /** Writes the page with the caja's QR, which the window has ready, to a file of a person's choice; null when they chose none. */
  'ticketDesign.saveQrPage': { input: nothing, output: z.object({ file: z.string() }).nullable() },
  /** Prints the caja's own QR, as dots that the window made of its picture. */
  'ticketDesign.printQr': { input: z.object({ qr: bitmapSchema }).strict(), output: printOutcomeSchema },
} as const;
