import { useEffect, useEffectEvent } from 'react';
import { scannerSettingsSchema } from '../../shared/scanner';
import { createScanDetector, MAX_GAP_MS, type Heard } from '../lib/scan-detector';
import { snapshots } from '../till/stores';

export interface Scan {
  readonly text: string;
  /** The field that the scanner typed into, if any, already set back. */
  readonly field: HTMLInputElement | null;
  /** What that field held before. */
  readonly before: string;
  /** Between two of its keys. */
  readonly meanMs: number;
  readonly end: 'Enter' | 'Tab' | 'pause';
  /** The same label so soon that the scanner must have read it twice in one pass. */
  readonly again: boolean;
}

const usualScanner = scannerSettingsSchema.parse({});

/**
 * Hears a barcode scanner anywhere on the screen. Its Enter or Tab presses nothing, and what it typed into a field is taken out
 * again. `accepts` can leave a fast word alone: then it stays what it looks like, typing.
 */
export function useScanner(onScan: (scan: Scan) => void, accepts: (scan: Scan) => boolean = () => true): void {
  const tell = useEffectEvent(onScan);
  const isWanted = useEffectEvent(accepts);

  useEffect(() => {
    const scanner = () => snapshots.getState().snapshot?.setup.selling.scanner ?? usualScanner;
    const detector = createScanDetector(scanner);
    let before: { field: HTMLInputElement | null; value: string } = { field: null, value: '' };
    let silence: ReturnType<typeof setTimeout> | undefined;

    const onKeyDown = (event: KeyboardEvent) => {
      // A PIN typed fast looks like a scan, and must be taken neither for a code nor out of its field.
      if (event.target instanceof HTMLInputElement && event.target.type === 'password') return;
      clearTimeout(silence);
      const byHand = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
      const { key, code, shiftKey: shift, timeStamp: at } = event;
      const heard = detector.hear({ key, code, shift, at, byHand });
      const field = event.target instanceof HTMLInputElement ? event.target : null;
      if (heard.kind === 'started') before = { field, value: field?.value ?? '' };
      if (scanner().end === 'pause') {
        silence = setTimeout(() => {
          const focused = document.activeElement;
          take(detector.pause(), focused instanceof HTMLInputElement ? focused : null);
        }, MAX_GAP_MS);
      }
      if (!take(heard, field)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };

    /** Whether it was a scan, and wanted. */
    const take = (heard: Heard, field: HTMLInputElement | null): boolean => {
      if (heard.kind !== 'scanned') return false;
      const { text, meanMs, end, again } = heard;
      const scan: Scan = { text, meanMs, end, again, field, before: valueBefore(field, text) };
      if (!isWanted(scan)) return false;
      if (field) setBack(field, scan.before);
      tell(scan);
      return true;
    };

    // The first key may have been pressed on something else, and have moved the focus into the field.
    const valueBefore = (field: HTMLInputElement | null, text: string) => {
      if (field === before.field) return before.value;
      return field?.value.endsWith(text) ? field.value.slice(0, -text.length) : (field?.value ?? '');
    };

    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(silence);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

/** React only notices a value set behind its back when the prototype's setter is used and an event follows. */
function setBack(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
