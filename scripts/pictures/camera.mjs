import { writeFileSync } from 'node:fs';
import { smallPng } from './small-png.mjs';
import { untilStill } from './until-still.mjs';

/** A Thursday afternoon in November, in the shop of the scenes. */
const moment = new Date('2026-11-26T16:42:34-03:00');
const withinMs = 10_000;

/**
 * Photographs screens, the same way each time: the clock stands, nothing moves, the fonts are there.
 *
 * @param {import('playwright').Page} page of a window that may be taken anywhere
 * @param {string} address of the screens
 */
export async function createCamera(page, address) {
  page.setDefaultTimeout(withinMs);
  await page.clock.setFixedTime(moment);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const devTools = await page.context().newCDPSession(page);

  return {
    /**
     * @param {import('./screens.mjs').Screen} screen
     * @param {{ width: number, height: number }} size of the picture
     * @param {string} file
     */
    async take({ query, steps = [], zoom = 1 }, { width, height }, file) {
      // What the main process does with the size of the text: everything grows, and fewer things fit.
      const shown = { width: Math.ceil(width / zoom), height: Math.ceil(height / zoom) };
      await devTools.send('Emulation.setDeviceMetricsOverride', {
        ...shown,
        deviceScaleFactor: 1,
        mobile: false,
      });
      await page.goto(`${address}?${query}`);
      await page.locator('#root > *').first().waitFor();
      await untilStill(page);
      for (const step of steps) {
        await step(page);
        await untilStill(page);
      }
      // Out of the way: what it rests on looks different.
      await page.mouse.move(0, 0);
      await untilStill(page);
      // A cursor that blinks would be there or not.
      await page.addStyleTag({ content: '* { caret-color: transparent !important }' });
      const clip = { x: 0, y: 0, ...shown, scale: zoom };
      const { data } = await devTools.send('Page.captureScreenshot', { format: 'png', clip });
      writeFileSync(file, await smallPng(Buffer.from(data, 'base64'), { width, height }));
    },
  };
}
