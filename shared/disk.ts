import { z } from 'zod';

/**
 * Whether the disk can still keep what a charge needs. `low` is said to the manager; at `full` no new charge begins, because
 * the money of a charge must never come in where it can't be recorded. Goes away by itself when there is space again.
 */
export const diskStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ok') }),
  z.object({ state: z.literal('low'), freeBytes: z.int().nonnegative() }),
  z.object({ state: z.literal('full'), freeBytes: z.int().nonnegative() }),
]);
export type DiskStatus = z.infer<typeof diskStatusSchema>;
