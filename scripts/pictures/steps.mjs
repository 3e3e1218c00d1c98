/** What a person does before a picture is taken. @typedef {(page: import('playwright').Page) => Promise<void>} Step */

// As fast as a hand, and slower than a scanner.
const betweenKeysMs = 60;

/**
 * @param {string} key as Playwright writes it
 * @returns {Step}
 */
export function press(key) {
  return (page) => page.keyboard.press(key);
}

/**
 * @param {string} text
 * @returns {Step}
 */
export function type(text) {
  return (page) => page.keyboard.type(text, { delay: betweenKeysMs });
}

/**
 * @param {string | RegExp} name what the button says: all of it, or a part given as a pattern
 * @returns {Step}
 */
export function click(name) {
  return (page) => byName(page, 'button', name).click();
}

/**
 * A page of the set-up.
 *
 * @param {string | RegExp} name
 * @returns {Step}
 */
export function openTab(name) {
  return (page) => byName(page, 'tab', name).click();
}

/**
 * Waits for words; for what takes longer than others.
 *
 * @param {string} words
 * @returns {Step}
 */
export function see(words) {
  return (page) => page.getByText(words, { exact: true }).first().waitFor();
}

/**
 * @param {string} words that are seen then
 * @returns {Step}
 */
export function scrollTo(words) {
  return (page) =>
    page
      .getByText(words, { exact: true })
      .first()
      .evaluate((element) => element.scrollIntoView());
}

/**
 * @param {import('playwright').Page} page
 * @param {'button' | 'tab'} role
 * @param {string | RegExp} name
 */
function byName(page, role, name) {
  return page.getByRole(role, { name, exact: typeof name === 'string' }).first();
}
