/**
 * Tells a barcode scanner from a person: both are keyboards, but a scanner types a whole code at a speed that no hand
 * reaches and ends it with Enter. Pure; the times are the events' own.
 */

/** One pause within a code, as a busy computer or a weak radio makes. Nobody scans this soon after typing. */
const MAX_GAP_MS = 250;
/** Over the whole code, which is what a person can't do: 80 ms is fast. */
const MAX_MEAN_MS = 50;
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
  /** This Enter ended a scan and belongs to nobody else. */
  | { readonly kind: 'scanned'; readonly text: string };

const typing: Heard = { kind: 'typing' };

export function createScanDetector(): { hear(stroke: Keystroke): Heard } {
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
      const ended = stroke.key === 'Enter' && !stroke.byHand && stroke.at - lastAt <= MAX_GAP_MS;
      const mean = (lastAt - startedAt) / Math.max(1, burst.length - 1);
      return ended && burst.length >= MIN_LENGTH && mean <= MAX_MEAN_MS ? { kind: 'scanned', text: burst } : typing;
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
