import axe from 'axe-core';
import type { Page } from 'playwright';

/** Every palette of the tokens. */
const palettes = ['light', 'dark'].flatMap((theme) =>
  ['usual', 'more'].map((contrast) => ({ theme, contrast }) as const),
);

/**
 * What axe finds wrong on the screen as it is now: everything in the colours that are on, and the contrast in all
 * palettes. One line each, with the place.
 */
export async function axeFindings(page: Page, where: string): Promise<string[]> {
  // By the DevTools' own door: the page's rules let no script in.
  await page.evaluate(axe.source);
  const found = await violations(page, null);
  const before = await page.evaluate(() => {
    const { theme, contrast } = document.documentElement.dataset;
    return { theme, contrast };
  });
  const unreadable: string[] = [];
  for (const { theme, contrast } of palettes) {
    await paint(page, theme, contrast);
    const faint = await violations(page, ['color-contrast']);
    unreadable.push(...faint.map((line) => `${theme} ${contrast}: ${line}`));
  }
  await paint(page, before.theme ?? 'system', before.contrast ?? 'usual');
  return [...found, ...unreadable].map((line) => `${where}: ${line}`);
}

function paint(page: Page, theme: string, contrast: string): Promise<void> {
  return page.evaluate(
    (chosen) => {
      document.documentElement.dataset.theme = chosen.theme;
      document.documentElement.dataset.contrast = chosen.contrast;
    },
    { theme, contrast },
  );
}

async function violations(page: Page, rules: string[] | null): Promise<string[]> {
  const results = await page.evaluate(
    (only) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: only }),
      }),
    rules,
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.map(String).join(' ')).join(', ')}`,
  );
}

/** How what has the focus shows it; null where nobody could see it. */
export function visibleFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'the page';
    // A field or a choice may draw the frame around itself.
    for (let element: Element | null = focused, up = 0; element && up < 3; element = element.parentElement, up++) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return element.className || element.tagName;
      if (boxShadow !== 'none' && element.matches(':focus-within')) return element.className || element.tagName;
    }
    return null;
  });
}
