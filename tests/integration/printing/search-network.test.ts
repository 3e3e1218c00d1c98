import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterSearchDesk, type PrinterSearchPorts } from '../../../electron/printing/printer-search-desk';
import type { PrinterSearch } from '../../../shared/printer-search';
import { startVirtualPrinter, type VirtualNetworkPrinter } from '../../../simulator/printer/virtual-printer';
import { until } from '../../support/until';

/** Whoever is to be met stands at one port of several addresses of this computer, as in a store's network. */
let printer: VirtualNetworkPrinter;
let told: PrinterSearch[];
const servers: { readonly server: Server; readonly heard: Buffer[]; readonly sockets: Set<Socket> }[] = [];

async function listen(host: string, port: number, onConnection: (socket: Socket) => void = () => undefined) {
  const heard: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => heard.push(bytes));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  servers.push({ server, heard, sockets });
  return { heard, sockets, port: (server.address() as AddressInfo).port };
}

function aDesk(hosts: readonly string[], parts: Partial<PrinterSearchPorts> = {}): PrinterSearchDesk {
  told = [];
  const desk: PrinterSearchDesk = new PrinterSearchDesk({
    hosts: () => hosts,
    publish: () => told.push(desk.snapshot()),
    log: () => undefined,
    port: printer.port,
    officePort: 1,
    timings: { openMs: 300, answerMs: 120 },
    ...parts,
  });
  return desk;
}

const ended = (desk: PrinterSearchDesk) =>
  until('the end', () => {
    const search = desk.snapshot();
    return search.state === 'ended' && search;
  });

beforeEach(async () => {
  printer = await startVirtualPrinter();
});
afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  await printer.close();
});

describe('looking for printers in the network', () => {
  it('finds a printer among addresses where nobody is, by the name that it gives itself', async () => {
    const desk = aDesk(Array.from({ length: 60 }, (_, index) => `127.0.0.${index + 1}`));
    desk.start();
    expect(await ended(desk)).toEqual({
      state: 'ended',
      how: 'complete',
      asked: 60,
      of: 60,
      found: [
        {
          transport: { kind: 'network', host: '127.0.0.1', port: printer.port },
          label: 'Caja QR Simulada',
          trouble: null,
          certain: true,
          target: null,
        },
      ],
    });
    expect(told[0]).toMatchObject({ state: 'searching', asked: 0, of: 60 });
    expect(told.length).toBeLessThan(30);
  });

  it('prints nothing and leaves nothing behind that the next ticket would trip over', async () => {
    const desk = aDesk(['127.0.0.1']);
    desk.start();
    await ended(desk);
    expect(printer.papers()).toEqual([]);
    expect(printer.unfinished()).toEqual([]);
    expect(printer.drawerKicks()).toEqual([]);
    const socket = connect(printer.port, '127.0.0.1');
    socket.write(Buffer.from('\u001b@uno\n\u001dV\u0001', 'latin1'));
    await until('a paper', () => printer.papers().length === 1);
    expect(printer.papers()[0]?.problems).toEqual([]);
    socket.destroy();
  });

  it('knows a printer without paper, or without a name, by its address', async () => {
    printer.faults.paperOut = true;
    const desk = aDesk(['127.0.0.1']);
    desk.start();
    expect((await ended(desk)).found).toMatchObject([{ label: '127.0.0.1', certain: true }]);
    printer.faults.paperOut = false;
    printer.faults.named = false;
    desk.start();
    expect((await ended(desk)).found).toMatchObject([{ label: '127.0.0.1', certain: true }]);
  });

  it('is not sure of what does not answer as a printer does, and asks it no second question', async () => {
    const silent = await listen('127.0.0.2', printer.port);
    const web = await listen('127.0.0.3', printer.port, (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const desk = aDesk(['127.0.0.1', '127.0.0.2', '127.0.0.3']);
    desk.start();
    expect((await ended(desk)).found.map(({ label, certain }) => [label, certain])).toEqual([
      ['Caja QR Simulada', true],
      ['127.0.0.2', false],
      ['127.0.0.3', false],
    ]);
    for (const { heard } of [silent, web]) expect(Buffer.concat(heard).toString('hex')).toBe('100401');
  });

  it('sends an office printer nothing at all, which could come out on paper', async () => {
    const office = await listen('127.0.0.2', 0);
    const desk = aDesk(['127.0.0.2'], { officePort: office.port });
    const raw = await listen('127.0.0.2', printer.port);
    desk.start();
    expect((await ended(desk)).found).toMatchObject([{ label: '127.0.0.2', certain: false }]);
    expect(raw.heard).toEqual([]);
    expect(office.heard).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost'])(
    'does not talk to the till’s own printer, %s, and shows it all the same',
    async (host) => {
      const ticket = connect(printer.port, '127.0.0.1');
      ticket.write('half a ticket');
      await until('half a ticket', () => printer.bytesReceived() > 0);
      const own = { kind: 'network', host, port: printer.port } as const;
      const other = await listen('127.0.0.2', printer.port);
      const desk = aDesk(['127.0.0.1', '127.0.0.2'], { inUse: () => own });
      desk.start();
      expect(await ended(desk)).toMatchObject({
        how: 'complete',
        asked: 2,
        of: 2,
        found: [
          { transport: own, label: host, trouble: null, certain: true },
          { label: '127.0.0.2', certain: false },
        ],
      });
      expect(other.heard).toHaveLength(1);
      expect(printer.bytesReceived()).toBe('half a ticket'.length);
      ticket.destroy();
    },
  );

  it('does not show a printer of the till’s that is not in this network', async () => {
    const desk = aDesk(['127.0.0.1'], { inUse: () => ({ kind: 'network', host: '127.0.0.9', port: 9100 }) });
    desk.start();
    expect((await ended(desk)).found).toMatchObject([{ label: 'Caja QR Simulada' }]);
  });

  it('asks a bounded number of addresses at a time', async () => {
    let most = 0;
    let now = 0;
    for (let index = 2; index < 22; index += 1) {
      await listen(`127.0.0.${index}`, printer.port, (socket) => {
        now += 1;
        most = Math.max(most, now);
        socket.on('close', () => (now -= 1));
      });
    }
    const desk = aDesk(
      Array.from({ length: 20 }, (_, index) => `127.0.0.${index + 2}`),
      { atOnce: 4, timings: { openMs: 300, answerMs: 20 } },
    );
    desk.start();
    expect((await ended(desk)).found).toHaveLength(20);
    // One that was just let go of may still be hanging up.
    expect(most).toBeLessThanOrEqual(8);
  });

  it('ends when somebody stops it, and keeps what was found', async () => {
    await listen('127.0.0.2', printer.port);
    const desk = aDesk(['127.0.0.1', ...Array.from({ length: 100 }, () => '127.0.0.2')], { atOnce: 1 });
    desk.start();
    await until('the first one', () => told.some((search) => search.state === 'searching' && search.found.length > 0));
    desk.stop();
    const end = await ended(desk);
    expect(end).toMatchObject({ how: 'stopped', of: 101, found: [{ label: 'Caja QR Simulada' }] });
    expect(end.asked).toBeLessThan(101);
  });

  it('ends by itself when the network is too slow', async () => {
    await listen('127.0.0.2', printer.port);
    const desk = aDesk(
      Array.from({ length: 200 }, () => '127.0.0.2'),
      { atOnce: 1, withinMs: 250 },
    );
    desk.start();
    expect(await ended(desk)).toMatchObject({ how: 'tooLong' });
  });

  it('says so where there is no network of the store, and is one search however often it is asked for', async () => {
    const nowhere = aDesk([]);
    nowhere.start();
    expect(nowhere.snapshot()).toMatchObject({ state: 'ended', how: 'noNetwork' });
    const desk = aDesk(['127.0.0.1']);
    desk.start();
    desk.start();
    await ended(desk);
    expect(told.filter((search) => search.state === 'searching' && search.asked === 0)).toHaveLength(1);
  });

  it('tells nobody any more once the program ends', async () => {
    const desk = aDesk(['127.0.0.1']);
    desk.start();
    desk.close();
    const before = told.length;
    await ended(desk);
    expect(told).toHaveLength(before);
    desk.start();
    expect(desk.snapshot().state).toBe('ended');
  });
});
