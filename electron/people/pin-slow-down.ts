import type { PinTries } from '../storage/operator-store';

/** Typing errors of a day; from here on, each wrong PIN makes the next wait longer. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 15_000;
/** No longer: who wants to harm the shop must not be able to shut its till by typing. */
const LONGEST_WAIT_MS = 5 * 60_000;
/** One wrong PIN is forgotten in this time. */
const FORGIVEN_AFTER_MS = 10 * 60_000;

/** As things are now: time has forgiven some, and a clock that was set back can't keep anybody waiting for ever. */
export function triesNow(tries: PinTries | null, now: Date): PinTries {
  if (!tries) return { wrong: 0, lastAt: now.toISOString() };
  const passedMs = now.getTime() - Date.parse(tries.lastAt);
  if (passedMs < 0) return { ...tries, lastAt: now.toISOString() };
  const forgiven = Math.floor(passedMs / FORGIVEN_AFTER_MS);
  return forgiven === 0 ? tries : { wrong: Math.max(0, tries.wrong - forgiven), lastAt: tries.lastAt };
}

/** When the next PIN may be tried; null: now. */
export function pinWaitsUntil({ wrong, lastAt }: PinTries, now: Date): Date | null {
  if (wrong < FREE_TRIES) return null;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS);
  const until = new Date(Date.parse(lastAt) + waitMs);
  return until > now ? until : null;
}
