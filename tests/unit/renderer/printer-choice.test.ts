import { describe, expect, it } from 'vitest';
import { inOrder, knownPrinters } from '../../../renderer/setup/printer-choice';
import type { FoundPrinter } from '../../../shared/printer';

const identity = { vendor: '04b8', product: '0202', serial: 'J7A1', port: '1-1' };
const usb: FoundPrinter = {
  transport: { kind: 'usb', path: '/dev/usb/lp0', identity },
  label: 'EPSON TM-T20III',
  trouble: null,
  certain: true,
  target: null,
};
const network: FoundPrinter = {
  transport: { kind: 'network', host: '192.168.0.50', port: 9100 },
  label: 'EPSON TM-m30',
  trouble: null,
  certain: true,
  target: null,
};
const queue = (target: FoundPrinter['target']): FoundPrinter => ({
  transport: { kind: 'system', queue: 'Tickets' },
  label: 'Tickets',
  trouble: null,
  certain: false,
  target,
});
const toUsb = queue({ kind: 'usb', name: 'Epson TM-T20III', serial: 'J7A1' });
const toNetwork = queue({ kind: 'network', host: '192.168.0.50', port: 9100 });

const labels = (...printers: Parameters<typeof knownPrinters>) => knownPrinters(...printers).map(({ label }) => label);

describe('the printers to choose from', () => {
  it('show one that was found directly and in the system once, the direct way', () => {
    expect(labels([usb, toUsb], null)).toEqual(['EPSON TM-T20III']);
    expect(labels([toNetwork, network], null)).toEqual(['EPSON TM-m30']);
  });

  it('show both ways where the direct one is barred, and say that it is the same printer', () => {
    const barred: FoundPrinter = { ...usb, trouble: 'noPermission' };
    expect(knownPrinters([barred, toUsb], null)).toMatchObject([
      { label: 'EPSON TM-T20III', sameAs: null },
      { label: 'Tickets', sameAs: 'EPSON TM-T20III' },
    ]);
  });

  it('never hide the one in use', () => {
    expect(knownPrinters([usb, toUsb], toUsb.transport)).toMatchObject([
      { label: 'EPSON TM-T20III', inUse: false },
      { label: 'Tickets', inUse: true },
    ]);
  });

  it('keep twins apart by their numbers', () => {
    const twin = queue({ kind: 'usb', name: 'EPSON TM-T20III', serial: 'J7A2' });
    expect(labels([usb, twin], null)).toEqual(['EPSON TM-T20III', 'Tickets']);
  });

  it('name the one in use by its place while it is away', () => {
    expect(knownPrinters([usb], network.transport)).toMatchObject([{ label: '192.168.0.50:9100', inUse: true }, {}]);
  });

  it('come with the one in use first, and then what the network has found', () => {
    const other: FoundPrinter = { ...usb, transport: { kind: 'usb', path: '/dev/usb/lp1' }, label: 'POS-58' };
    const order = (...found: Parameters<typeof inOrder>) => inOrder(...found).map(({ label }) => label);
    expect(order(other.transport, [network], [usb, other])).toEqual(['POS-58', 'EPSON TM-m30', 'EPSON TM-T20III']);
    expect(order(null, [network], [usb])).toEqual(['EPSON TM-m30', 'EPSON TM-T20III']);
  });
});
