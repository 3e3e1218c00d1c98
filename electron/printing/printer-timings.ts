import { z } from 'zod';

/** How long to wait for a printer, in milliseconds. The defaults suit real ones; tests hand in shorter ones. */
export const printerTimingsSchema = z.object({
  /** For a network printer to take the connection. */
  openMs: z.int().positive().default(3000),
  /** For the answer to a status request. Printers that answer do so in a few milliseconds. */
  answerMs: z.int().positive().default(500),
  /** Without taking a single byte. */
  stallMs: z.int().positive().default(5000),
  /** For a printer to say that it got to the end: a long ticket on a slow one takes five seconds. */
  fenceMs: z.int().positive().default(10_000),
  /** The same for a printer that is known not to say so: long enough to see that the paper ends or the cable is pulled. */
  silentFenceMs: z.int().positive().default(1000),
  /** For a person to put paper in or close the cover while a ticket is half out. */
  rescueMs: z.int().positive().default(60_000),
  /** Between two looks at a printer that is busy with our ticket. */
  lookMs: z.int().positive().default(400),
});
export type PrinterTimings = z.infer<typeof printerTimingsSchema>;
