import { z } from 'zod';

/**
 * Whether this computer may charge at its caja: one computer per caja, as the relay keeps it. Times are ISO 8601 UTC.
 */
export const leaseStatusSchema = z.discriminatedUnion('state', [
  /** No relay is paired, so nobody keeps a list. */
  z.object({ state: z.literal('notNeeded') }),
  z.object({ state: z.literal('held'), since: z.iso.datetime() }),
  /** Another computer has the caja. Stays so until the relay says otherwise or a manager takes the caja over. */
  z.object({ state: z.literal('elsewhere'), holder: z.string().max(60), since: z.iso.datetime() }),
  /** The relay can't be asked. Selling goes on: the relay makes a sale faster, it never permits one. */
  z.object({ state: z.literal('unknown') }),
]);
export type LeaseStatus = z.infer<typeof leaseStatusSchema>;

/** Whether a new charge may begin. One that has begun is always watched to its end, whoever has the caja by then. */
export function mayBeginCharge(lease: LeaseStatus): boolean {
  return lease.state !== 'elsewhere';
}
