/**
 * Tells a barcode scanner from a person: both are keyboards, but a scanner types a whole code at a speed that no hand
 * reaches and ends it with Enter or Tab, or with nothing. Pure; the times are the events' own.
 */
import type { ScannerSettings } from '../../shared/scanner';
import { usKey } from './us-key';

/** One pause within a code, as a busy computer or a weak radio makes. Nobody scans this soon after typing. */
export const MAX_GAP_MS = 250;
/**
 * The same code again this soon is the scanner reading the label it still sees. Scanners wait 500 ms or more before they
 * read the same label again unless that is switched off, and no hand passes two products in 200.
 */
const STUTTER_MS = 200;
/** Shorter ones could be a price. EAN-8 has eight. */
const MIN_LENGTH = 6;

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  /** Milliseconds of any steady clock. */
  readonly at: number;
  /** True for the repeats of a held key and for shortcuts, which no scanner sends. */
  readonly byHand: boolean;
}

export type Heard =
  /** A key that may be the first of a scan: whatever the focused field holds now is from before it. */
  | { readonly kind: 'started' }
  | { readonly kind: 'typing' }
  /**
   * This key (or silence) ended a scan, and a key belongs to nobody else. `meanMs` is between two keys; `again` is the
   * scanner reading once more what it has just read.
   */
  | {
      readonly kind: 'scanned';
      readonly text: string;
      readonly meanMs: number;
      readonly end: 'Enter' | 'Tab' | 'pause';
      readonly again: boolean;
    };

export interface ScanDetector {
  hear(stroke: Keystroke): Heard;
  /** Nothing has been heard for `MAX_GAP_MS`. Ends a code only where scanners end with a pause. */
  pause(): Heard;
}

const typing: Heard = { kind: 'typing' };

/** @param settings asked at every key */
export function createScanDetector(settings: () => ScannerSettings): ScanDetector {
  let text = '';
  let startedAt = 0;
  let lastAt = 0;
  let lastScan = { text: '', at: 0 };

  const ended = (end: 'Enter' | 'Tab' | 'pause', at: number): Heard => {
    const burst = withoutCommands(text);
    const meanMs = (lastAt - startedAt) / Math.max(1, text.length - 1);
    text = '';
    if (burst.length < MIN_LENGTH || meanMs > settings().meanMs) return typing;
    const again = burst === lastScan.text && startedAt - lastScan.at < STUTTER_MS;
    lastScan = { text: burst, at };
    return { kind: 'scanned', text: burst, meanMs, end, again };
  };

  return {
    hear(stroke) {
      // Scanners hold Shift for capitals and for digits on some layouts.
      if (stroke.key === 'Shift' || stroke.key === 'CapsLock') return typing;
      const character = stroke.byHand ? null : characterOf(stroke, settings().layout);
      if (character !== null) {
        const goesOn = text !== '' && stroke.at - lastAt <= MAX_GAP_MS;
        text = goesOn ? text + character : character;
        if (!goesOn) startedAt = stroke.at;
        lastAt = stroke.at;
        return goesOn ? typing : { kind: 'started' };
      }
      const { key } = stroke;
      if ((key === 'Enter' || key === 'Tab') && !stroke.byHand && stroke.at - lastAt <= MAX_GAP_MS) {
        return ended(key, stroke.at);
      }
      text = '';
      return typing;
    },
    // `lastAt` is when the code ended: the silence after it is ours.
    pause: () => (settings().end === 'pause' && text !== '' ? ended('pause', lastAt) : typing),
  };
}

/** A hand that has just pressed + or − for a line, and then the code: no product's begins with them. */
function withoutCommands(burst: string): string {
  return /^[+-]+(\d+)$/.exec(burst)?.[1] ?? burst;
}

/**
 * What a key stands for in a code; null when it types nothing. Digits by the place of the key, because on some layouts the
 * digit row types signs.
 */
export function characterOf({ key, code, shift }: Keystroke, layout: ScannerSettings['layout']): string | null {
  const byPlace = layout === 'us' ? usKey(code, shift) : null;
  if (byPlace !== null) return byPlace;
  // Somebody quick who means "2*code": the star shares its key with a digit, and no barcode of a product has one.
  if (key === '*') return key;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  return key.length === 1 ? key : null;
}
