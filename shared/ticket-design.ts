import { z } from 'zod';
import { printerSettingsSchema } from './printer';
import { logoSchema } from './ticket/bitmap';
import { businessSchema } from './ticket/ticket';

/** What of the printer a ticket is designed for. */
const designedPaperSchema = printerSettingsSchema.pick({ columns: true, codePage: true }).strict();

/** Everything that a shop decides about its tickets. */
export const ticketDesignSchema = z
  .object({
    business: businessSchema.strict(),
    logo: logoSchema.nullable(),
    paper: designedPaperSchema,
  })
  .strict();
export type TicketDesign = z.infer<typeof ticketDesignSchema>;
