import { z } from 'zod';

export const textSizes = [100, 110, 125, 150] as const;
export const volumes = ['low', 'medium', 'high'] as const;

/** Which sounds are heard, and how loudly. What each one means never changes. */
export const soundsSchema = z.object({
  volume: z.enum(volumes).default('medium'),
  scanned: z.boolean().default(true),
  paid: z.boolean().default(true),
  lookHere: z.boolean().default(true),
});
export type Sounds = z.infer<typeof soundsSchema>;

/** How the till looks and sounds at this counter. */
export const appearanceSchema = z.object({
  /** `system`: as the computer is set. */
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** True: always; false: where the computer asks for it. */
  highContrast: z.boolean().default(false),
  /** In percent. Everything grows with the text. */
  textSize: z.literal(textSizes).default(100),
  sounds: soundsSchema.prefault({}),
});
export type Appearance = z.infer<typeof appearanceSchema>;
