/**
 * Tells a barcode scanner from a person: both are keyboards, but a scanner types a whole code at a speed that no hand
 * reaches and ends it with Enter or Tab. Pure; the times are the events' own.
 */

/** One pause within a code, as a busy computer or a weak radio makes. Nobody scans this soon after typing. */
const MAX_GAP_MS = 250;
/** Over the whole code, where nobody has measured the scanner. A fast person takes 80 ms. */
export const USUAL_MEAN_MS = 50;
/** Shorter ones could be a price. EAN-8 has eight. */
const MIN_LENGTH = 6;

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  /** Milliseconds of any steady clock. */
  readonly at: number;
  /** True for the repeats of a held key and for shortcuts, which no scanner sends. */
  readonly byHand: boolean;
}

export type Heard =
  /** A key that may be the first of a scan: whatever the focused field holds now is from before it. */
  | { readonly kind: 'started' }
  | { readonly kind: 'typing' }
  /** This Enter or Tab ended a scan and belongs to nobody else. `meanMs` is between two keys. */
  | { readonly kind: 'scanned'; readonly text: string; readonly meanMs: number; readonly end: 'Enter' | 'Tab' };

const typing: Heard = { kind: 'typing' };

/** @param maxMeanMs the slowest scanner that is heard, asked at every code */
export function createScanDetector(maxMeanMs: () => number = () => USUAL_MEAN_MS): { hear(stroke: Keystroke): Heard } {
  let text = '';
  let startedAt = 0;
  let lastAt = 0;

  return {
    hear(stroke) {
      // Scanners hold Shift for capitals and for digits on some layouts.
      if (stroke.key === 'Shift' || stroke.key === 'CapsLock') return typing;
      const character = stroke.byHand ? null : characterOf(stroke);
      if (character !== null) {
        const goesOn = text !== '' && stroke.at - lastAt <= MAX_GAP_MS;
        text = goesOn ? text + character : character;
        if (!goesOn) startedAt = stroke.at;
        lastAt = stroke.at;
        return goesOn ? typing : { kind: 'started' };
      }
      const burst = text;
      text = '';
      const { key } = stroke;
      if ((key !== 'Enter' && key !== 'Tab') || stroke.byHand || stroke.at - lastAt > MAX_GAP_MS) return typing;
      const meanMs = (lastAt - startedAt) / Math.max(1, burst.length - 1);
      return burst.length >= MIN_LENGTH && meanMs <= maxMeanMs()
        ? { kind: 'scanned', text: burst, meanMs, end: key }
        : typing;
    },
  };
}

/** Digits by the place of the key, because on some layouts the digit row types signs. */
function characterOf({ key, code }: Keystroke): string | null {
  // Somebody quick who means "2*code": the star shares its key with a digit, and no barcode of a product has one.
  if (key === '*') return key;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  return key.length === 1 ? key : null;
}
