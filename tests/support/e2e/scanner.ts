import type { TillScreen } from './till-screen';

/** Milliseconds between two keys of a usual scanner. */
const USUAL_MS = 3;

interface ScannerHabits {
  readonly msBetween?: number;
  /** What it sends after the code, if anything. */
  readonly end?: 'Enter' | 'nothing';
}

/**
 * A code as a scanner types it, wherever the focus is. Each key says itself when it was pressed, so that the scanner keeps its
 * pace on a machine on which each key takes its time to arrive.
 */
export async function scan(
  screen: TillScreen,
  code: string,
  { msBetween = USUAL_MS, end = 'Enter' }: ScannerHabits = {},
): Promise<void> {
  const keys = end === 'Enter' ? keysOf(code) : code.split('');
  // The last one is pressed now: none comes from the future.
  const firstAt = Date.now() - (keys.length - 1) * msBetween;
  const session = await screen.page.context().newCDPSession(screen.page);
  try {
    await Promise.all(
      keys.flatMap((key, index) => {
        const pressed = { ...keyOf(key), timestamp: (firstAt + index * msBetween) / 1000 };
        return [
          session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...pressed }),
          session.send('Input.dispatchKeyEvent', { ...pressed, type: 'keyUp', text: '' }),
        ];
      }),
    );
  } finally {
    await session.detach();
  }
}

/** As a scanner sends it. */
function keysOf(code: string): string[] {
  return [...code.split(''), 'Enter'];
}

function keyOf(key: string): {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly windowsVirtualKeyCode: number;
} {
  if (key === 'Enter') return { key, code: key, text: '\r', windowsVirtualKeyCode: 13 };
  if (key === '*') return { key, code: 'NumpadMultiply', text: key, windowsVirtualKeyCode: 106 };
  return { key, code: `Digit${key}`, text: key, windowsVirtualKeyCode: key.charCodeAt(0) };
}

/**
 * Keys that come in one moment, before the till has answered any of them: the driver of another process would be too slow for
 * that on a busy machine. `Control+d` is one key, and a number is a code that a scanner reads.
 */
export async function atOnce(screen: TillScreen, keys: readonly string[]): Promise<void> {
  await screen.page.evaluate(
    (pressed) => {
      for (const each of pressed) {
        const ctrlKey = each.startsWith('Control+');
        const key = ctrlKey ? each.slice('Control+'.length) : each;
        const code = /^\d$/.test(key) ? `Digit${key}` : key;
        const event = new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }
    },
    keys.flatMap((key) => (/^\d{6,}$/.test(key) ? keysOf(key) : [key])),
  );
}
