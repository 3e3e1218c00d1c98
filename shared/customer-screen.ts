import { z } from 'zod';

/** Where the customer's screen is: `auto` is the second screen when there is one, `window` a window to be moved by hand. */
export const customerScreenSchema = z.enum(['auto', 'window', 'off']);
export type CustomerScreenMode = z.infer<typeof customerScreenSchema>;
