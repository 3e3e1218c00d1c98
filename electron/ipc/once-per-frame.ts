/** One frame at 60 Hz. */
const FRAME_MS = 16;
const AGAIN_MS = 1000;

/**
 * Many calls of one moment are one: nobody sees more than a frame shows, and the charge goes first. What throws is tried
 * again until it does not: a screen must not go on showing what is over.
 * @param failed told of the first failure in a row
 */
export function oncePerFrame(act: () => void, failed: (error: unknown) => void): () => void {
  let due: ReturnType<typeof setTimeout> | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let failing = false;
  const run = (): void => {
    due = null;
    try {
      act();
      failing = false;
    } catch (error) {
      again = setTimeout(run, AGAIN_MS);
      if (!failing) failed(error);
      failing = true;
    }
  };
  return () => {
    // What is new does not wait for what failed.
    clearTimeout(again);
    due ??= setTimeout(run, FRAME_MS);
  };
}
