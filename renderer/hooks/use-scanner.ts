import { useEffect, useEffectEvent } from 'react';
import { createScanDetector } from '../lib/scan-detector';

export interface Scan {
  readonly text: string;
  /** The field that the scanner typed into, if any, already set back. */
  readonly field: HTMLInputElement | null;
  /** What that field held before. */
  readonly before: string;
}

/**
 * Hears a barcode scanner anywhere on the screen. Its Enter presses nothing, and what it typed into a field is taken out
 * again. `accepts` can leave a fast word alone: then it stays what it looks like, typing.
 */
export function useScanner(onScan: (scan: Scan) => void, accepts: (scan: Scan) => boolean = () => true): void {
  const tell = useEffectEvent(onScan);
  const isWanted = useEffectEvent(accepts);

  useEffect(() => {
    const detector = createScanDetector();
    let before: { field: HTMLInputElement | null; value: string } = { field: null, value: '' };

    const onKeyDown = (event: KeyboardEvent) => {
      // A PIN typed fast looks like a scan, and must be taken neither for a code nor out of its field.
      if (event.target instanceof HTMLInputElement && event.target.type === 'password') return;
      const byHand = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
      const heard = detector.hear({ key: event.key, code: event.code, at: event.timeStamp, byHand });
      if (heard.kind === 'started') {
        const field = event.target instanceof HTMLInputElement ? event.target : null;
        before = { field, value: field?.value ?? '' };
      }
      if (heard.kind !== 'scanned') return;
      const field = event.target instanceof HTMLInputElement ? event.target : null;
      const scan: Scan = { text: heard.text, field, before: valueBefore(field, heard.text) };
      if (!isWanted(scan)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (field) setBack(field, scan.before);
      tell(scan);
    };

    // The first key may have been pressed on something else, and have moved the focus into the field.
    const valueBefore = (field: HTMLInputElement | null, text: string) => {
      if (field === before.field) return before.value;
      return field?.value.endsWith(text) ? field.value.slice(0, -text.length) : (field?.value ?? '');
    };

    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}

/** React only notices a value set behind its back when the prototype's setter is used and an event follows. */
function setBack(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
