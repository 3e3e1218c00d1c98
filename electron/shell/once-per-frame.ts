/** One frame at 60 Hz. */
const FRAME_MS = 16;

/** Many calls of one moment are one: nobody sees more than a frame shows, and the charge goes first. */
export function oncePerFrame(act: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      act();
    }, FRAME_MS);
  };
}
