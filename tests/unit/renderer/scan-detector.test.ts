import { describe, expect, test } from 'vitest';
import { scannerSettingsSchema, type ScannerSettings } from '../../../shared/scanner';
import { createScanDetector, type Heard, type Keystroke } from '../../../renderer/lib/scan-detector';

function press(key: string, at: number, byHand = false): Keystroke {
  const code = /^\d$/.test(key) ? `Digit${key}` : key === 'Enter' ? 'Enter' : `Key${key.toUpperCase()}`;
  return { key, code, shift: /^[A-Z]$/.test(key), at, byHand };
}

/** The keys of `text` and an Enter, with `gap` milliseconds between them. */
function burst(text: string, gap: number, from = 0): Keystroke[] {
  return [...Array.from(text), 'Enter'].map((key, index) => press(key, from + index * gap));
}

const scanner = (change: Partial<ScannerSettings> = {}) => scannerSettingsSchema.parse(change);

function hear(strokes: readonly Keystroke[], change: Partial<ScannerSettings> = {}): Heard[] {
  const detector = createScanDetector(() => scanner(change));
  return strokes.map((stroke) => detector.hear(stroke));
}

const scanned = (text: string): unknown => expect.objectContaining({ kind: 'scanned', text });

describe('telling a scanner from a person', () => {
  test.each([1, 5, 20, 45])('a code at %d ms a key, ended by Enter, is a scan', (gap) => {
    expect(hear(burst('7790001000011', gap)).at(-1)).toEqual(scanned('7790001000011'));
  });

  test('Tab ends a scan too', () => {
    const strokes = [
      ...burst('7790001000011', 10).slice(0, -1),
      { key: 'Tab', code: 'Tab', shift: false, at: 130, byHand: false },
    ];
    expect(hear(strokes).at(-1)).toEqual({
      kind: 'scanned',
      text: '7790001000011',
      meanMs: 10,
      end: 'Tab',
      again: false,
    });
  });

  test('a scanner as slow as the store’s own was measured to be is heard', () => {
    const detector = createScanDetector(() => scanner({ meanMs: 90 }));
    expect(
      burst('7790001000011', 80)
        .map((stroke) => detector.hear(stroke))
        .at(-1),
    ).toEqual(scanned('7790001000011'));
  });

  test.each([
    ['French', '&é"\'(-è_çà', 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0'],
    ['Czech', '+ěščřžýáíé', 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0'],
  ])('digits are read by their place where the layout is %s', (_layout, signs, places) => {
    const codes = places.split(' ');
    const strokes = Array.from(signs).map((key, index) => ({
      key,
      code: codes[index] ?? '',
      shift: false,
      at: index * 5,
      byHand: false,
    }));
    expect(hear([...strokes, press('Enter', 50)]).at(-1)).toEqual(scanned('1234567890'));
  });

  test('an EAN-8 is long enough', () => {
    expect(hear(burst('77912345', 10)).at(-1)).toEqual(scanned('77912345'));
  });

  test('letters and signs of other codes are kept', () => {
    expect(hear(burst('AB-1234', 10)).at(-1)).toEqual(scanned('AB-1234'));
  });

  test.each([80, 120, 250])('a person who types a code at %d ms a key is not a scanner', (gap) => {
    expect(hear(burst('7790001000011', gap)).at(-1)).toEqual({ kind: 'typing' });
  });

  test('a price typed at once and ended by Enter is not a scan', () => {
    expect(hear(burst('1500', 5)).at(-1)).toEqual({ kind: 'typing' });
  });

  test.each([80, 200])('one pause of %d ms in a quick scan is forgiven, as slow links make it', (pause) => {
    const strokes = burst('7790001000011', 10);
    const late = strokes.map((stroke, index) => (index < 6 ? stroke : { ...stroke, at: stroke.at + pause }));
    expect(hear(late).at(-1)).toEqual(scanned('7790001000011'));
  });

  test('an Enter pressed by a person after fast typing is theirs', () => {
    const strokes = burst('7790001000011', 10);
    expect(hear([...strokes.slice(0, -1), press('Enter', 1000)]).at(-1)).toEqual({ kind: 'typing' });
  });

  test('what was typed slowly before is not part of the scan', () => {
    const typed = [press('3', 0), press('*', 300)];
    expect(hear([...typed, ...burst('7790001000011', 10, 900)]).at(-1)).toEqual(scanned('7790001000011'));
  });

  test('the first key of every burst is announced, so that the field can be set back to what it held', () => {
    const heard = hear([press('c', 0), press('o', 300), ...burst('7790001', 10, 900)]);
    expect(heard.slice(0, 4).map(({ kind }) => kind)).toEqual(['started', 'started', 'started', 'typing']);
  });

  test('a held key is not a scanner', () => {
    const held = Array.from('11111111').map((key, index) => press(key, index * 30, index > 0));
    expect(hear([...held, press('Enter', 250)]).at(-1)).toEqual({ kind: 'typing' });
  });

  test('digits are read by the place of the key, whatever the layout types there', () => {
    const french = Array.from('8901234').map((digit, index) => ({
      key: '!ç)à_è-'[index] ?? '',
      code: `Digit${digit}`,
      shift: false,
      at: index * 10,
      byHand: false,
    }));
    expect(hear([...french, press('Enter', 70)]).at(-1)).toEqual(scanned('8901234'));
  });

  test('a star is a star, also where it shares its key with a digit', () => {
    const detector = createScanDetector(scanner);
    const keys = [
      ['2', 'Digit2'],
      ['*', 'Digit8'],
      ...Array.from('77900010', (digit) => [digit, `Digit${digit}`]),
    ] as const;
    keys.forEach(([key = '', code = ''], index) =>
      detector.hear({ key, code, shift: key === '*', at: index * 10, byHand: false }),
    );
    const enter = { key: 'Enter', code: 'Enter', shift: false, at: keys.length * 10, byHand: false };
    expect(detector.hear(enter)).toEqual(scanned('2*77900010'));
  });

  test('a Shift sent between the keys does not break a scan', () => {
    const strokes = burst('ABCDEF1', 10).flatMap((stroke) => [
      { ...press('Shift', stroke.at), code: 'ShiftLeft' },
      stroke,
    ]);
    expect(hear(strokes).at(-1)).toEqual(scanned('ABCDEF1'));
  });

  test('two scans in a row are two', () => {
    const heard = hear([...burst('7790001000011', 5), ...burst('7790001000028', 5, 100)]);
    expect(heard.filter(({ kind }) => kind === 'scanned')).toEqual([
      scanned('7790001000011'),
      scanned('7790001000028'),
    ]);
  });

  test.each([
    [30, true],
    [199, true],
    [400, false],
  ])('the same code after %d ms is the scanner’s second reading of one label: %s', (pause, again) => {
    const first = burst('7790001000011', 5);
    const second = burst('7790001000011', 5, (first.at(-1)?.at ?? 0) + pause);
    expect(hear([...first, ...second]).at(-1)).toMatchObject({ kind: 'scanned', again });
  });

  test('a scanner that goes on stuttering is heard once', () => {
    const heard = hear([0, 150, 300].flatMap((from) => burst('7790001000011', 5, from)));
    expect(heard.filter((each) => each.kind === 'scanned' && !each.again)).toHaveLength(1);
  });

  test('a plus or minus pressed right before a code is not part of it', () => {
    const strokes = [press('-', 0), ...burst('7790001000011', 5, 120)];
    expect(hear(strokes).at(-1)).toEqual(scanned('7790001000011'));
  });

  test('a scanner that sends nothing at the end is heard at the silence, where the store has one', () => {
    const keys = burst('7790001000011', 10).slice(0, -1);
    const heardAtPause = (end: ScannerSettings['end']) => {
      const detector = createScanDetector(() => scanner({ end }));
      for (const key of keys) detector.hear(key);
      return detector.pause();
    };
    expect(heardAtPause('key')).toEqual({ kind: 'typing' });
    expect(heardAtPause('pause')).toEqual({
      kind: 'scanned',
      text: '7790001000011',
      meanMs: 10,
      end: 'pause',
      again: false,
    });
  });

  test('an English scanner beside a Spanish keyboard keeps its signs where the store says so', () => {
    const sent = [
      ['A', 'KeyA', true],
      ["'", 'Minus', false],
      ...Array.from('1234', (digit) => [digit, `Digit${digit}`, false] as const),
      ['-', 'Slash', false],
      ['z', 'KeyZ', false],
    ] as const;
    const strokes = sent.map(([key, code, shift], index) => ({ key, code, shift, at: index * 10, byHand: false }));
    const heard = (layout: ScannerSettings['layout']) => hear([...strokes, press('Enter', 90)], { layout }).at(-1);
    expect(heard('typed')).toEqual(scanned("A'1234-z"));
    expect(heard('us')).toEqual(scanned('A-1234/z'));
  });
});
