import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the condition gives something, looking often; fails with what was awaited when time is over.
 * @param timeoutMs long, because a machine that others use may stand still for seconds; only what fails waits for all of it
 */
export async function until<Value>(
  what: string,
  condition: () => Value | null | undefined | false | Promise<Value | null | undefined | false>,
  timeoutMs = 15_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await sleep(10);
  }
}
