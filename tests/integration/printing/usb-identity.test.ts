import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findUsbPrinters } from '../../../electron/printing/find-usb-printers';
import { locateUsbPrinter } from '../../../electron/printing/locate-usb-printer';
import { printerKey } from '../../../electron/printing/printer-key';
import type { Transport, UsbIdentity } from '../../../shared/printer';
import { aUsbTree } from '../../support/printing/a-usb-tree';
import { openPrintRoom } from '../../support/printing/a-print-room';
import { inProcessHost } from '../../support/printing/in-process-host';
import { printerKinds } from '../../support/printing/virtual-printers';
import { until } from '../../support/until';

const ours: UsbIdentity = { vendor: '04b8', product: '0e28', serial: 'X3P4007821', port: '1-1' };
const labels: UsbIdentity = { vendor: '0a5f', product: '0166', serial: null, port: '1-2' };
const twin = (port: string): UsbIdentity => ({ vendor: '0416', product: '5011', serial: null, port });

let folder: string;
let tree: ReturnType<typeof aUsbTree>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-usb-'));
  tree = aUsbTree(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function where(identity: UsbIdentity | null, path = '/dev/usb/lp0'): Promise<string | null> {
  return locateUsbPrinter({ kind: 'usb', path, identity }, tree.places);
}
const at = (name: string) => join(tree.places.devices, name);

describe('a printer on USB', () => {
  it('is found with who it is', async () => {
    tree.plugIn('lp0', ours);
    tree.plugIn('lp1', labels);
    const found = await findUsbPrinters(tree.places);
    expect(found.map(({ transport }) => transport.kind === 'usb' && transport.identity)).toEqual([ours, labels]);
  });

  it('that comes back under another number is still the same', async () => {
    tree.plugIn('lp0', labels);
    tree.plugIn('lp1', ours);
    expect(await where(ours)).toBe(at('lp1'));
  });

  it('that comes back at another socket is still the same', async () => {
    tree.plugIn('lp0', { ...labels, port: '2-1.4' });
    expect(await where(labels)).toBe(at('lp0'));
  });

  it('whose number another one took is away', async () => {
    tree.plugIn('lp0', labels);
    expect(await where(ours)).toBeNull();
  });

  it('of which there are two is the one at its own socket', async () => {
    tree.plugIn('lp0', twin('1-3'));
    tree.plugIn('lp1', twin('1-4'));
    expect(await where(twin('1-4'))).toBe(at('lp1'));
    expect(await where(twin('1-3'))).toBe(at('lp0'));
  });

  it('of which there are two, both at other sockets, is not guessed', async () => {
    tree.plugIn('lp0', twin('1-3'));
    tree.plugIn('lp1', twin('1-4'));
    expect(await where(twin('1-5'))).toBeNull();
  });

  it('of which nothing is known but its path is used there', async () => {
    expect(await where(null, '/dev/ticketera')).toBe('/dev/ticketera');
  });

  it('keeps what is remembered of it under its new number', () => {
    const transport = (path: string): Transport => ({ kind: 'usb', path, identity: ours });
    expect(printerKey(transport('/dev/usb/lp3'))).toBe(printerKey(transport('/dev/usb/lp0')));
  });
});

const usb = printerKinds.find(({ name }) => name === 'printer at a device file');

if (!usb) throw new Error('no printer at a device file');

if (usb.impossible !== null) {
  it(`a ticket that follows its printer can not be tested here: ${usb.impossible}`, () => {
    expect(usb.impossible).not.toBe('');
  });
} else {
  it('a ticket follows its printer to another number, and goes to no other', async () => {
    const [printer, other] = await Promise.all([usb.start(), usb.start()]);
    const devicePath = () => {
      const transport = printer.transport();
      return transport.kind === 'usb' ? transport.path : '';
    };
    const otherTransport = other.transport();
    const chosen: Transport = { kind: 'usb', path: '/dev/usb/lp0', identity: ours };
    const room = openPrintRoom({ ...printer, transport: () => chosen }, { spawn: () => inProcessHost(tree.places) });
    try {
      tree.plugIn('lp0', ours, devicePath());
      room.begin();
      expect(await room.ended(room.add())).toMatchObject({ state: 'printed' });

      tree.pull('lp0');
      await printer.unplug();
      tree.plugIn('lp0', labels, otherTransport.kind === 'usb' ? otherTransport.path : '');
      const waiting = room.add();
      await until('a reason for the wait', () => room.store.find(waiting)?.trouble === 'notFound');

      await printer.plugIn();
      tree.plugIn('lp1', ours, devicePath());
      expect(await room.ended(waiting)).toMatchObject({ state: 'printed' });
      expect(printer.papers()).toHaveLength(2);
      expect(other.bytesReceived()).toBe(0);
    } finally {
      await room.close();
      await printer.close();
      await other.close();
    }
  });
}
