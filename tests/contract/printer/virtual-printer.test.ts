import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RealTimeFilter } from '../../../simulator/printer/real-time-filter';
import { startVirtualPrinter, type VirtualNetworkPrinter } from '../../../simulator/printer/virtual-printer';
import { until } from '../../support/until';

const RESET = '\u001b@';
const CUT = '\u001dV\u0001';
const FENCE = '\u001dr\u0001';
const status = (n: number) => `\u0010\u0004${String.fromCharCode(n)}`;

let printer: VirtualNetworkPrinter;
let folder: string;
const sockets: Socket[] = [];

/** A connection and everything that came back on it, as hexadecimal. */
function plugIn() {
  const heard: number[] = [];
  const socket = connect(printer.port, printer.host);
  let open = true;
  socket.on('data', (bytes) => heard.push(...bytes));
  socket.on('error', () => undefined);
  socket.on('close', () => (open = false));
  sockets.push(socket);
  return {
    send: (text: string) => void socket.write(Buffer.from(text, 'latin1')),
    heard: () => Buffer.from(heard).toString('hex'),
    isOpen: () => open,
    hangUp: () => void socket.end(),
  };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-paper-'));
  printer = await startVirtualPrinter({ columns: 32, dir: folder });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the virtual printer', () => {
  it('cuts papers, draws each and tells of it when its picture is there', async () => {
    const told: boolean[] = [];
    printer.onPaper(({ picture }) => told.push(picture !== null && existsSync(picture)));
    plugIn().send(`${RESET}uno\n${CUT}${RESET}dos\n${CUT}`);
    await until('two papers', () => told.length === 2);
    expect(told).toEqual([true, true]);
    expect(printer.papers().map(({ number, lines }) => [number, lines])).toEqual([
      [1, ['uno']],
      [2, ['dos']],
    ]);
  });

  it('notes with each paper what was wrong with its bytes', async () => {
    plugIn().send(`${RESET}\u0007bell\n${CUT}${RESET}fine\n${CUT}`);
    await until('two papers', () => printer.papers().length === 2);
    expect(printer.papers().map(({ problems }) => problems.length)).toEqual([1, 0]);
  });

  it.each([
    ['all is well', {}, '121212'],
    ['the paper is out', { paperOut: true }, '1a3272'],
    ['the paper is low', { paperLow: true }, '12121e'],
    ['the cover is open', { coverOpen: true }, '1a1612'],
    ['it is broken', { broken: true }, '1a5212'],
    ['it is offline', { offline: true }, '1a1212'],
  ])('answers status requests at once, as Epson says, when %s', async (_title, faults, answer) => {
    Object.assign(printer.faults, faults);
    const cable = plugIn();
    cable.send(status(1) + status(2) + status(4));
    await until('three answers', () => cable.heard() === answer);
  });

  it('answers a fence only when everything before it is printed', async () => {
    printer.faults.paperOutAfterLines = 1;
    const cable = plugIn();
    cable.send(`${RESET}uno\ndos\n${CUT}${FENCE}`);
    await until('a line', () => printer.unfinished().length === 1);
    cable.send(status(1));
    await until('no paper', () => cable.heard() === '1a');
    printer.faults.paperOut = false;
    await until('the fence', () => cable.heard() === '1a00');
    expect(printer.papers()[0]?.lines).toEqual(['uno', 'dos']);
  });

  it('answers a process id with the same id', async () => {
    const cable = plugIn();
    cable.send('\u001d(H\u0006\u000000ABCD');
    await until('the id', () => cable.heard() === '37224142434400');
  });

  it('says who made it and what it is called, when the question has its turn', async () => {
    printer.faults.paperOut = true;
    const cable = plugIn();
    cable.send('\u001dIB\u001dIC');
    cable.send(status(1));
    await until('no paper', () => cable.heard() === '1a');
    printer.faults.paperOut = false;
    const name = Buffer.from('_Caja QR\0_Simulada\0', 'latin1').toString('hex');
    await until('its name', () => cable.heard() === `1a${name}`);
    expect(printer.unfinished()).toEqual([]);
  });

  it('loses what it held when its cable is pulled, and keeps what is on paper', async () => {
    printer.faults.unplugAfterBytes = 8;
    const cable = plugIn();
    cable.send(`${RESET}uno\ndos\n${CUT}`);
    await until('the cable', () => !cable.isOpen());
    expect(printer.unfinished()).toEqual(['uno']);
    await printer.plugIn();
    const again = plugIn();
    again.send(`${RESET}tres\n${CUT}`);
    await until('a paper', () => printer.papers().length === 1);
    expect(printer.papers()[0]?.lines).toEqual(['uno', 'tres']);
  });

  it('serves one connection at a time', async () => {
    const first = plugIn();
    first.send(status(1));
    await until('an answer', () => first.heard() === '12');
    const second = plugIn();
    second.send(status(1));
    first.send(status(1));
    await until('the second answer', () => first.heard() === '1212');
    expect(second.heard()).toBe('');
    first.hangUp();
    await until('its turn', () => second.heard() === '12');
  });

  it('takes nothing from the wire when it never reads', async () => {
    printer.faults.neverReads = true;
    const cable = plugIn();
    cable.send(`${status(1)}${RESET}uno\n`);
    await until('a connection', () => cable.isOpen());
    expect([printer.bytesReceived(), cable.heard()]).toEqual([0, '']);
    printer.faults.neverReads = false;
    await until('an answer', () => cable.heard() === '12' && printer.unfinished().length === 1);
  });

  it('prints as slowly as it is told', async () => {
    printer.faults.bytesPerSecond = 200;
    const began = performance.now();
    plugIn().send(`${RESET}${'x'.repeat(30)}\n${CUT}`);
    await until('a paper', () => printer.papers().length === 1);
    expect(performance.now() - began).toBeGreaterThan(100);
  });
});

describe('real-time commands', () => {
  function filter(...chunks: string[]) {
    const commands: string[] = [];
    const rest: number[] = [];
    const real = new RealTimeFilter(({ command, argument }) => void commands.push(`${command} ${argument}`));
    for (const chunk of chunks) rest.push(...real.pass(Buffer.from(chunk, 'latin1')));
    return { commands, rest: Buffer.from(rest).toString('latin1') };
  }

  it.each([
    ['are taken out of the middle of a text', ['ab\u0010\u0004\u0001cd'], ['4 1'], 'abcd'],
    ['are recognised in pieces', ['ab\u0010', '\u0004', '\u0002cd'], ['4 2'], 'abcd'],
    ['are not seen in the size of a line', ['\u001b!\u0010\u001bE\u0001'], [], '\u001b!\u0010\u001bE\u0001'],
    ['are recognised after a byte that only looked like one', ['\u0010\u0010\u0004\u0001'], ['4 1'], '\u0010'],
  ])('%s', (_title, chunks, commands, rest) => {
    expect(filter(...chunks)).toEqual({ commands, rest });
  });
});
