import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../../electron/printing/devices/open-file';
import { openNetwork } from '../../../electron/printing/devices/open-network';
import { openUsb } from '../../../electron/printing/devices/open-usb';
import { findUsbPrinters } from '../../../electron/printing/find-usb-printers';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-devices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a device file', () => {
  const limits = { stallMs: 200 };

  it('that is away is never made', () => {
    const path = join(folder, 'lp0');
    expect(openUsb(path, limits)).toEqual({ ok: false, trouble: 'notFound' });
    expect(existsSync(path)).toBe(false);
  });

  it('may have any name, but must lead to a printer', () => {
    const path = join(folder, 'ticketera');
    symlinkSync('/dev/null', path);
    expect(openUsb(path, limits)).toEqual({ ok: false, trouble: 'notADevice' });
  });

  it('must be a device', () => {
    const path = join(folder, 'lp0');
    writeFileSync(path, 'not a printer');
    expect(openUsb(path, limits)).toEqual({ ok: false, trouble: 'notADevice' });
    expect(readFileSync(path, 'utf8')).toBe('not a printer');
  });
});

describe('a file', () => {
  async function append(path: string, text: string) {
    const opened = openFile(path);
    if (!opened.ok) return opened.trouble;
    let taken = 0;
    const trouble = await opened.connection.write(Buffer.from(text), (count) => (taken += count));
    await opened.connection.close();
    return { trouble, taken };
  }

  it('takes each ticket behind the one before', async () => {
    const path = join(folder, 'tickets.bin');
    expect(await append(path, 'uno')).toEqual({ trouble: null, taken: 3 });
    expect(await append(path, 'dos')).toEqual({ trouble: null, taken: 3 });
    expect(readFileSync(path, 'utf8')).toBe('unodos');
  });

  it.each([
    ['in a folder that is away', () => join(folder, 'away', 'tickets.bin'), 'notFound'],
    ['that is a folder', () => folder, 'notADevice'],
    ['that is a device', () => '/dev/null', 'notADevice'],
    [
      'that is a pipe which nobody reads',
      () => {
        const path = join(folder, 'pipe');
        execFileSync('/usr/bin/mkfifo', [path]);
        return path;
      },
      'notADevice',
    ],
  ])('%s is refused', async (_title, path, trouble) => {
    expect(await append(path(), 'x')).toBe(trouble);
  });
});

describe('a network address', () => {
  const limits = { openMs: 300, stallMs: 200 };
  let server: Server | null = null;

  afterEach(() => {
    server?.close();
    server = null;
  });

  it('where nothing listens is a printer that is off', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect(await openNetwork({ host: '127.0.0.1', port }, limits)).toEqual({ ok: false, trouble: 'offline' });
  });

  it('that hangs up is a printer that was unplugged, however it does it', async () => {
    server = createServer((socket) => socket.end());
    const port = await listen(server);
    const opened = await openNetwork({ host: '127.0.0.1', port }, limits);
    if (!opened.ok) throw new Error(opened.trouble);
    expect(await new Promise((resolve) => opened.connection.onLost(resolve))).toBe('unplugged');
    expect(await opened.connection.write(Buffer.from('x'), () => undefined)).toBe('unplugged');
    await opened.connection.close();
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

describe('looking for printers on USB', () => {
  const places = () => ({ devices: join(folder, 'dev'), descriptions: join(folder, 'sys') });

  it('finds those of class 7 by the names that they give themselves, in their order', async () => {
    for (const name of ['lp10', 'lp0', 'hiddev0']) {
      mkdirSync(join(folder, 'dev'), { recursive: true });
      writeFileSync(join(folder, 'dev', name), '');
    }
    mkdirSync(join(folder, 'sys', 'lp0', 'device'), { recursive: true });
    writeFileSync(
      join(folder, 'sys', 'lp0', 'device', 'ieee1284_id'),
      'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;',
    );
    expect((await findUsbPrinters(places())).map(({ label, trouble }) => [label, trouble])).toEqual([
      ['EPSON TM-T20III', null],
      [join(folder, 'dev', 'lp10'), null],
    ]);
  });

  it('tells one that went away while it looked', async () => {
    mkdirSync(join(folder, 'dev'));
    symlinkSync(join(folder, 'gone'), join(folder, 'dev', 'lp0'));
    expect(await findUsbPrinters(places())).toMatchObject([{ trouble: 'notFound' }]);
  });

  it('finds nothing where there is no such folder', async () => {
    expect(await findUsbPrinters(places())).toEqual([]);
  });
});
