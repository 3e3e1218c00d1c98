import { useEffect, useEffectEvent } from 'react';
import { createScanDetector, USUAL_MEAN_MS } from '../lib/scan-detector';
import { snapshots } from '../till/stores';

export interface Scan {
  readonly text: string;
  /** The field that the scanner typed into, if any, already set back. */
  readonly field: HTMLInputElement | null;
  /** What that field held before. */
  readonly before: string;
  /** Between two of its keys. */
  readonly meanMs: number;
  readonly end: 'Enter' | 'Tab';
}

/**
 * Hears a barcode scanner anywhere on the screen. Its Enter or Tab presses nothing, and what it typed into a field is taken out
 * again. `accepts` can leave a fast word alone: then it stays what it looks like, typing.
 */
export function useScanner(onScan: (scan: Scan) => void, accepts: (scan: Scan) => boolean = () => true): void {
  const tell = useEffectEvent(onScan);
  const isWanted = useEffectEvent(accepts);

  useEffect(() => {
    const detector = createScanDetector(
      () => snapshots.getState().snapshot?.setup.selling.scanner.meanMs ?? USUAL_MEAN_MS,
    );
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
      const { text, meanMs, end } = heard;
      const scan: Scan = { text, meanMs, end, field, before: valueBefore(field, text) };
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
