import { expect, test } from 'vitest';
import { tones } from '../../../renderer/lib/play-sound';

test('no two sounds share a note: a scan can never be taken for a payment', () => {
  const notes = Object.values(tones).flatMap((sound) => [...new Set(sound.map(({ hertz }) => hertz))]);
  expect(new Set(notes).size).toBe(notes.length);
});

test('only a payment has two notes, and they rise', () => {
  const [first, second] = tones.paid;
  expect(tones.paid).toHaveLength(2);
  expect(second?.hertz).toBeGreaterThan(first?.hertz ?? Number.POSITIVE_INFINITY);
  expect(tones.scanned).toHaveLength(1);
  expect(tones.lookHere).toHaveLength(1);
});
