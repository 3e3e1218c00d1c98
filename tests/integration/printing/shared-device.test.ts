import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, constants, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import koffi from 'koffi';
import { afterEach, describe, expect, it } from 'vitest';
import { printerKey } from '../../../electron/printing/printer-key';
import { openPseudoTerminal, type PseudoTerminal } from '../../../simulator/printer/pseudo-terminal';
import { openPrintRoom } from '../../support/printing/a-print-room';
import { printerKinds } from '../../support/printing/virtual-printers';
import { until } from '../../support/until';

const program = fileURLToPath(new URL('../../support/printing/open-device.ts', import.meta.url));
/** Root may open what others may not, so the till's part is played by a user who may do nothing. */
const NOBODY = 65534;
/** `TIOCEXCL`: no further opening of this terminal, as `usblp` has it of itself. */
const EXCLUSIVE = 0x540c;

const terminals: PseudoTerminal[] = [];
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
});

function openAsOrdinaryUser(path: string): unknown {
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', program, path], { encoding: 'utf8', ...user }),
  ) as unknown;
}

const possible = openPseudoTerminal();
if (possible.ok) possible.terminal.close();

describe('a device file', () => {
  if (!possible.ok) {
    it(`that others use can not be tested here: ${possible.reason}`, () => {
      expect(possible.reason).not.toBe('');
    });
    return;
  }

  function aTerminal(mode: number): string {
    const opened = openPseudoTerminal();
    if (!opened.ok) throw new Error(opened.reason);
    terminals.push(opened.terminal);
    chmodSync(opened.terminal.path, mode);
    return opened.terminal.path;
  }

  it('that everybody may use is opened', () => {
    expect(openAsOrdinaryUser(aTerminal(0o666))).toBe('opened');
  });

  it('that another program has is busy', () => {
    const path = aTerminal(0o666);
    const other = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
    try {
      const ioctl = koffi.load('libc.so.6').func('int ioctl(int fd, unsigned long request)');
      expect(ioctl(other, EXCLUSIVE)).toBe(0);
      expect(openAsOrdinaryUser(path)).toBe('busy');
    } finally {
      closeSync(other);
    }
  });

  it('that this user may not use is a matter of permission', () => {
    expect(openAsOrdinaryUser(aTerminal(0o000))).toBe('noPermission');
  });
});

describe('a network printer', () => {
  const network = printerKinds[0];
  if (!network) throw new Error('no network printer');

  it('that serves another computer makes the ticket wait, and it comes out when that one is done', async () => {
    const printer = await network.start();
    const transport = printer.transport();
    if (transport.kind !== 'network') throw new Error('not on the network');
    const room = openPrintRoom(printer);
    const others: Socket[] = [];
    try {
      room.begin();
      expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });

      const other = connect(transport.port, transport.host);
      others.push(other);
      await until('the other computer', () => !other.connecting);
      const job = room.add();
      await until('a reason for the wait', () => room.store.find(job)?.trouble === 'offline');
      expect(printer.papers()).toHaveLength(1);
      other.destroy();
      expect(await room.ended(job)).toMatchObject({ state: 'printed' });
      expect(printer.papers()).toHaveLength(2);
    } finally {
      for (const other of others) other.destroy();
      await room.close();
      await printer.close();
    }
  });

  it('that takes everything and never reads it has not confirmed anything', async () => {
    const printer = await network.start();
    printer.faults.neverReads = true;
    const room = openPrintRoom(printer);
    try {
      room.begin();
      const job = room.add();
      // Nothing is known of it but that its end of the line took all bytes: that is all that is claimed.
      expect(await room.ended(job)).toMatchObject({ state: 'printed' });
      expect(room.confirmations.read(printerKey(printer.transport()))).toBe('nothing');
      printer.faults.neverReads = false;
      await until('the ticket on paper', () => printer.papers().length === 1);
    } finally {
      await room.close();
      await printer.close();
    }
  });
});
