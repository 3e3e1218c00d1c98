import { describe, expect, it } from 'vitest';
import { EndMarks, type EndMarkMemory } from '../../../electron/printing/end-marks';
import type { Confirmation } from '../../../shared/printer';
import { decode } from '../../../simulator/printer/decode-escpos';

const RESET = '1b40';
const FENCE = '1d7201';

function marksFor(confirmation: Confirmation | null, owedFences = 0) {
  const memory: EndMarkMemory = { confirmation, owedFences };
  const marks = new EndMarks(memory, (learned) => {
    memory.confirmation = learned;
  });
  const ask = () => Buffer.from(marks.next()).toString('hex');
  return { memory, marks, ask };
}

const fence = { kind: 'fence', paperOut: false } as const;

describe('the end of a ticket is marked', () => {
  it('both ways for a printer that was never asked, and a printer that takes the id for text forgets it again', () => {
    const { ask } = marksFor(null);
    expect(ask()).toMatch(
      new RegExp(`^1d284806003030[46][0-9a-f][46][0-9a-f][46][0-9a-f][46][0-9a-f]${RESET}${FENCE}$`),
    );
  });

  it('as the printer is known to answer', () => {
    expect(marksFor('processId').ask()).toMatch(new RegExp(`^1d284806003030.{8}${RESET}$`));
    expect(marksFor('fence').ask()).toBe(FENCE);
    expect(marksFor('nothing').ask()).toBe(FENCE);
  });

  it('in a way that a strict printer understands', () => {
    expect(decode(marksFor(null).marks.next(), { columns: 48 })).toMatchObject({ problems: [], fences: 2 });
  });

  it('with another id each time', () => {
    const { ask } = marksFor('processId');
    // Of 810 000, so that the same one twice in a row is as good as impossible.
    expect(new Set(Array.from({ length: 20 }, ask)).size).toBeGreaterThan(15);
  });
});

describe('the answer to a fence', () => {
  it('counts only when those that are owed were answered before', () => {
    const { marks, ask } = marksFor('fence', 2);
    ask();
    marks.hear(fence);
    marks.hear(fence);
    expect(marks.passed).toBe(false);
    marks.hear(fence);
    expect(marks.passed).toBe(true);
  });

  it('that nobody asked for teaches nothing', () => {
    const { marks, memory } = marksFor(null);
    marks.hear(fence);
    expect(memory.confirmation).toBeNull();
  });

  it('from a printer that was thought to give none makes it one to be asked again', () => {
    const { marks, memory, ask } = marksFor('nothing');
    ask();
    marks.hear(fence);
    expect(marks.passed).toBe(false);
    expect(memory.confirmation).toBeNull();
    marks.gaveNone();
    expect(memory.confirmation).toBeNull();
  });
});
