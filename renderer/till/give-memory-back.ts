/** Comes between two customers, and not between two products. */
const QUIET_MS = 8_000;

/**
 * Calls `giveBack` once each time that nobody has touched the page for a while, in milliseconds. Chromium keeps what is left of
 * earlier screens until it runs short, and on a till's small computer that is another program's room.
 */
export function giveMemoryBackAtRest(page: EventTarget, giveBack: () => void, quietMs = QUIET_MS): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(giveBack, quietMs);
  };
  for (const touch of ['keydown', 'pointerdown']) page.addEventListener(touch, touched, { capture: true });
  touched();
}
