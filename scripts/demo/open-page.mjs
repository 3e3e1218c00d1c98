import { chromium } from 'playwright';

const openWithinMs = 30_000;

/**
 * Attaches to a program that was started with `--remote-debugging-port=0` and waits for its first window.
 *
 * @param {import('../programs/programs.mjs').Program} program
 * @returns {Promise<{ page: import('playwright').Page, detach: () => Promise<void> }>} `detach` leaves the program running
 */
export async function openPage(program) {
  const [, address] = await program.waitFor(/DevTools listening on (ws:\/\/\S+)/, openWithinMs);
  const browser = await chromium.connectOverCDP(address ?? '');
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Electron shows no browser context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: openWithinMs }));
  return { page, detach: () => browser.close() };
}
