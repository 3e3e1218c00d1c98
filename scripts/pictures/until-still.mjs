const stillForMs = 200;

/**
 * Waits until nothing has changed on the page for a moment and its fonts and pictures are there: what was asked for has
 * been answered and painted.
 *
 * @param {import('playwright').Page} page
 */
export async function untilStill(page) {
  await page.locator(':root').evaluate(({ ownerDocument: document }, ms) => {
    const { MutationObserver, clearTimeout, setTimeout } = document.defaultView;
    return new Promise((resolve) => {
      const finish = async () => {
        observer.disconnect();
        await document.fonts.ready;
        await Promise.allSettled([...document.images].map((image) => image.decode()));
        resolve(undefined);
      };
      let timer = setTimeout(finish, ms);
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(finish, ms);
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  }, stillForMs);
}
