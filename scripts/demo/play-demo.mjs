import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startPractice } from '../practice/practice.mjs';
import { onAskedToEnd } from '../programs/on-asked-to-end.mjs';
import { createPrograms } from '../programs/programs.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { out, root } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { openPage } from './open-page.mjs';
import { playSale } from './play-sale.mjs';

const pictures = join(out, 'demo');
const stepWithinMs = 20_000;

/**
 * Practice mode for a machine on which nobody could see a window: one whole sale on a virtual screen, told step by
 * step, with pictures left behind.
 *
 * @param {import('../setup/electron.mjs').Electron} electron
 * @returns {Promise<number>} 0 when the sale went through, 1 when a step failed
 */
export async function playDemo(electron) {
  say('There is no display here: playing one sale by itself on a virtual one.');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-demo-'));
  const screen = await startVirtualDisplay();
  const programs = createPrograms(join(pictures, 'logs'));
  let askedToEnd = false;
  const end = async () => {
    await programs.stopAll();
    await screen.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  onAskedToEnd(() => {
    askedToEnd = true;
    return end();
  });

  /** @type {import('playwright').Page | null} */
  let seen = null;
  let number = 0;
  const step = async (/** @type {string} */ words, /** @type {() => Promise<void>} */ act) => {
    number += 1;
    say(`${String(number).padStart(2)}. ${words}`);
    await act();
  };

  try {
    const { simulator, till, phone } = await startPractice({
      electron,
      programs,
      folder,
      extraArguments: ['--remote-debugging-port=0'],
      // Chromium leaves what it made for itself behind when it is interrupted.
      env: { DISPLAY: screen.display, TMPDIR: folder },
    });
    const onTill = await openPage(till);
    const onPhone = await openPage(phone);
    seen = onTill.page;
    onTill.page.setDefaultTimeout(stepWithinMs);
    onPhone.page.setDefaultTimeout(stepWithinMs);
    await playSale({ till: onTill.page, phone: onPhone.page, simulator, folder: pictures, step });
    await onTill.detach();
    await onPhone.detach();
    say(`The sale is paid and printed. Pictures of the till, the phone and the ticket: ${relative(root, pictures)}/`);
    return 0;
  } catch (error) {
    if (askedToEnd) return 130;
    await seen?.screenshot({ path: join(pictures, 'failed.png') }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    say(`Step ${number} failed: ${stripVTControlCharacters(reason)}`);
    say(`What was on the screen, and what each program printed: ${relative(root, pictures)}/`);
    return 1;
  } finally {
    await end();
  }
}
