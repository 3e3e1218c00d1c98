import { expect, it } from 'vitest';
import { listenToStatus, type Answer } from '../../../electron/printing/status-listener';

function heard(...chunks: number[][]): Answer[] {
  const answers: Answer[] = [];
  const listen = listenToStatus((answer) => void answers.push(answer));
  for (const chunk of chunks) listen(Uint8Array.from(chunk));
  return answers;
}

it('answers to status requests are told apart from answers to fences', () => {
  expect(heard([0x12, 0x1a, 0x00, 0x72])).toEqual([
    { kind: 'status', byte: 0x12 },
    { kind: 'status', byte: 0x1a },
    { kind: 'fence', paperOut: false },
    { kind: 'status', byte: 0x72 },
  ]);
});

it('a fence tells whether the paper ended with the ticket', () => {
  expect(heard([0x0c])).toEqual([{ kind: 'fence', paperOut: true }]);
});

it('an unasked report of four bytes is no answer, even when it arrives in pieces', () => {
  expect(heard([0x14, 0x00], [0x0c, 0x0f, 0x12])).toEqual([{ kind: 'status', byte: 0x12 }]);
});

it('flow control and other bytes mean nothing', () => {
  expect(heard([0x11, 0x13, 0xff, 0x90])).toEqual([]);
});

it('the answer to a process id is told apart, even when a status arrives in the middle of it', () => {
  const id = [0x41, 0x62, 0x43, 0x64];
  const answer = { kind: 'processId', id: 'AbCd' };
  expect(heard([0x37, 0x22, ...id, 0x00, 0x00])).toEqual([answer, { kind: 'fence', paperOut: false }]);
  expect(heard([0x37, 0x22], id.slice(0, 2), [0x12], id.slice(2), [0x00])).toEqual([
    { kind: 'status', byte: 0x12 },
    answer,
  ]);
});

it('a block without an end does not make the printer deaf for ever', () => {
  expect(heard([0x37, ...Array<number>(90).fill(0x41), 0x37, 0x22, 0x41, 0x41, 0x41, 0x41, 0x00]).at(-1)).toEqual({
    kind: 'processId',
    id: 'AAAA',
  });
});
