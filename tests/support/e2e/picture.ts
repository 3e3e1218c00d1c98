import { join } from 'node:path';
import type { TillScreen } from './till-screen';

const folder = process.env.CAJAQR_PICTURES ?? '';

/**
 * Keeps the screen as a page of the manuals, where somebody asked for that: `CAJAQR_PICTURES=docs/images/manual`.
 * @param name of the file, without its ending
 */
export async function picture(screen: TillScreen, name: string): Promise<void> {
  if (folder === '') return;
  await screen.page.setViewportSize({ width: 1366, height: 768 });
  await screen.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
