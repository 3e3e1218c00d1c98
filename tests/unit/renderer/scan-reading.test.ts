import { describe, expect, it } from 'vitest';
import { fittedTo, scanReading, type HeardKey } from '../../../renderer/lib/scan-reading';
import { scannerSettingsSchema } from '../../../shared/scanner';

const usual = scannerSettingsSchema.parse({});

/** Keys `gap` milliseconds apart; each is what is typed, its place, and perhaps what else is to say. */
function keys(gap: number, ...sent: readonly (readonly [string, string, Partial<HeardKey>?])[]): HeardKey[] {
  return sent.map(([key, code, more], index) => ({
    key,
    code,
    shift: false,
    capsLock: false,
    byHand: false,
    at: index * gap,
    ...more,
  }));
}
const digits = (text: string, gap = 10) => keys(gap, ...Array.from(text, (digit) => [digit, `Digit${digit}`] as const));

describe('a code scanned to try the scanner', () => {
  it('is shown as it came, with its speed and its end, and nothing is wrong with it', () => {
    expect(scanReading(digits('7790001000011'), 'Tab', usual)).toEqual({
      typed: '7790001000011',
      byPlace: '7790001000011',
      meanMs: 10,
      slowestMs: 10,
      end: 'Tab',
      problems: [],
    });
  });

  it.each([
    [60, 'slow', 120],
    [100, 'slow', 150],
    [10, undefined, 50],
  ])('at %d ms a key is %s, and the till is fitted to %d', (gap, problem, meanMs) => {
    const reading = scanReading(digits('7790001000011', gap), 'Enter', usual);
    expect(reading.problems[0]).toBe(problem);
    expect(fittedTo(reading, 'typed')).toEqual({ meanMs, end: 'key', layout: 'typed' });
  });

  it('that came as slowly as by hand can not be fitted to', () => {
    expect(scanReading(digits('7790001000011', 200), 'Enter', usual).problems).toEqual(['byHand']);
  });

  it('without an end is told, and heard by its silence once the till is fitted to it', () => {
    const reading = scanReading(digits('7790001000011'), 'pause', usual);
    expect(reading.problems).toEqual(['noEnd']);
    const fitted = fittedTo(reading, 'typed');
    expect(fitted.end).toBe('pause');
    expect(scanReading(digits('7790001000011'), 'pause', fitted).problems).toEqual([]);
  });

  it('shows both readings where the keyboards differ', () => {
    const sent = keys(10, ['A', 'KeyQ'], ["'", 'Minus'], ['&', 'Digit1'], ['2', 'Digit2']);
    const reading = scanReading(sent, 'Enter', usual);
    expect(reading).toMatchObject({ typed: "A'12", byPlace: 'q-12', problems: ['shifted'] });
  });

  it('tells of locks that change it', () => {
    const locked = keys(
      10,
      ['a', 'KeyA', { shift: true, capsLock: true }],
      ['Home', 'Numpad7'],
      ['8', 'Numpad8'],
      ['9', 'Numpad9'],
    );
    expect(scanReading(locked, 'Enter', usual)).toMatchObject({ typed: 'a789', problems: ['numLock', 'capsLock'] });
  });

  it('too short for a code is no reading of one', () => {
    expect(scanReading(digits('12'), 'Enter', usual).problems[0]).toBe('tooShort');
  });
});
