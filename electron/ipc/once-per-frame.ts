/** One frame at 60 Hz. */
const FRAME_MS = 16;
const AGAIN_MS = 1000;

/**
 * Many calls of one moment are one: nobody sees more than a frame shows, and the charge goes first. What throws is tried
 * again until it does not: a screen must not go on showing what is over.
 * @param failed told of the first failure in a row
 */
export function oncePerFrame(act: () => void, failed: (error: unknown) => void): () => void {
  let due = false;
  let failing = false;
  const plan = (ms: number): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      try {
        act();
        failing = false;
      } catch (error) {
        if (!failing) failed(error);
        failing = true;
        plan(AGAIN_MS);
      }
    }, ms);
  };
  return () => {
    plan(FRAME_MS);
  };
}
