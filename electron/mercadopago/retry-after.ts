const LONGEST_MS = 60 * 60_000;

/** What a `Retry-After` header asks to wait, in ms: seconds or an HTTP date. `null` when it asks nothing readable. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), LONGEST_MS);
}
