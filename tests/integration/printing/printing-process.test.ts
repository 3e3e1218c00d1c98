import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPrinterClient, type HostEnd, type PrinterClient } from '../../../electron/printing/printer-client';
import type { PrinterSettings, PrintOutcome } from '../../../shared/printer';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { startVirtualPrinter, type VirtualNetworkPrinter } from '../../../simulator/printer/virtual-printer';
import { aTicket } from '../../support/a-ticket';
import { openPrintRoom } from '../../support/printing/a-print-room';
import { forkPrinterHost } from '../../support/printing/fork-printer-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { until } from '../../support/until';

let printer: VirtualNetworkPrinter;
let client: PrinterClient;
let hosts: ReturnType<typeof forkPrinterHost>[];
let ends: HostEnd[];

const spawn = () => {
  const host = forkPrinterHost();
  hosts.push(host);
  return host;
};

const settings = (): PrinterSettings => ({
  transport: { kind: 'network', host: printer.host, port: printer.port },
  columns: 48,
  codePage: 'PC858',
  cut: 'partial',
  drawerPin: null,
});

async function print(onBytes: (bytesSent: number) => void = () => undefined): Promise<PrintOutcome> {
  const jobId = randomUUID();
  const lines = layoutTicket(aTicket(), settings(), ticketTexts('es-AR'));
  const prepared = await client.prepare({
    jobId,
    settings: settings(),
    payload: { kind: 'ticket', lines },
    recover: false,
  });
  expect(prepared).toMatchObject({ ok: true });
  return client.send(jobId, ({ bytesSent }) => onBytes(bytesSent));
}

beforeEach(async () => {
  printer = await startVirtualPrinter();
  hosts = [];
  ends = [];
  client = createPrinterClient({
    spawn,
    timings: quickTimings,
    patienceMs: 10_000,
    onHostGone: (why) => void ends.push(why),
  });
});
afterEach(async () => {
  client.close();
  for (const { process } of hosts)
    if (process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
  await printer.close();
});

it('a ticket goes through a process of its own', async () => {
  expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  expect(printer.papers()[0]?.problems).toEqual([]);
  expect(hosts[0]?.process.pid).not.toBe(process.pid);
});

it('a ticket whose process is killed half-way is in doubt, and the next one gets a new process', async () => {
  printer.faults.bytesPerSecond = 2000;
  const outcome = await print(() => hosts[0]?.process.kill('SIGKILL'));
  expect(outcome).toMatchObject({ kind: 'unconfirmed', trouble: 'programStopped' });
  expect(outcome.kind === 'unconfirmed' && outcome.bytesSent).toBeGreaterThan(0);
  expect(ends).toEqual(['exited']);
  printer.faults.bytesPerSecond = null;
  expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  expect(hosts).toHaveLength(2);
});

it('a ticket whose process dies before it may print fails with no byte sent', async () => {
  const jobId = randomUUID();
  const lines = layoutTicket(aTicket(), settings(), ticketTexts('es-AR'));
  await client.prepare({ jobId, settings: settings(), payload: { kind: 'ticket', lines }, recover: false });
  hosts[0]?.process.kill('SIGKILL');
  await until('its end', () => ends.length > 0);
  expect(await client.send(jobId, () => undefined)).toEqual({ kind: 'failed', trouble: 'programStopped' });
  expect(printer.bytesReceived()).toBe(0);
});

it('a process that hangs is killed, its ticket is in doubt, and meanwhile the till goes on', async () => {
  client.close();
  client = createPrinterClient({
    spawn,
    timings: quickTimings,
    patienceMs: 4000,
    onHostGone: (why) => void ends.push(why),
  });
  await client.status(settings().transport);
  printer.faults.bytesPerSecond = 500;
  let beats = 0;
  const beating = setInterval(() => (beats += 1), 10);
  const outcome = await print(() => hosts.at(-1)?.process.kill('SIGSTOP'));
  clearInterval(beating);
  expect(outcome).toMatchObject({ kind: 'unconfirmed', trouble: 'programStopped' });
  expect(ends).toEqual(['hung']);
  expect(beats).toBeGreaterThan(50);
  printer.faults.bytesPerSecond = null;
  expect(await print()).toEqual({ kind: 'printed', confirmed: true });
});

it('a printer that never reads holds up the printing process, not the till', async () => {
  await client.status(settings().transport);
  printer.faults.neverReads = true;
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const status = await client.status(settings().transport);
  clearInterval(watch);
  expect(status).toEqual({ state: 'trouble', trouble: 'offline' });
  expect(longest).toBeLessThan(1000);
});

it('a process that talks nonsense is killed and replaced', async () => {
  await client.status(settings().transport);
  const [first] = hosts;
  first?.process.emit('message', { type: 'answer', call: 'one' });
  expect(ends).toEqual(['garbled']);
  expect(await print()).toEqual({ kind: 'printed', confirmed: true });
  await until('its end', () => first?.process.signalCode === 'SIGKILL');
});

it('a process that can not be started costs no ticket', async () => {
  let broken = true;
  client.close();
  client = createPrinterClient({
    spawn: () => {
      if (broken) throw new Error('spawn EAGAIN');
      return spawn();
    },
    timings: quickTimings,
    onHostGone: (why) => void ends.push(why),
  });
  expect(await client.status(settings().transport)).toEqual({ state: 'trouble', trouble: 'unknown' });
  expect(ends).toEqual(['notStarted']);
  broken = false;
  expect(await print()).toEqual({ kind: 'printed', confirmed: true });
});

it('the process ends with the till that started it', async () => {
  await client.status(settings().transport);
  const [host] = hosts;
  if (!host) throw new Error('no process');
  host.process.disconnect();
  await once(host.process, 'exit');
  expect(host.process.exitCode).toBe(0);
});

it('a ticket that is in doubt because its process died is not printed again by the queue', async () => {
  printer.faults.bytesPerSecond = 2000;
  const transport = settings().transport;
  const room = openPrintRoom({ ...printer, transport: () => transport }, { spawn });
  try {
    room.begin();
    const torn = room.add();
    await until('the first bytes', () => printer.bytesReceived() > 0);
    hosts.at(-1)?.process.kill('SIGKILL');
    expect(await room.ended(torn)).toMatchObject({ state: 'unconfirmed', trouble: 'programStopped' });
    printer.faults.bytesPerSecond = null;
    const next = room.add();
    expect(await room.ended(next)).toMatchObject({ state: 'printed' });
    const paper = printer.papers().flatMap((each) => each.lines);
    expect(paper.filter((line) => line.startsWith('Ticket 000001')).length).toBeLessThanOrEqual(1);
    expect(paper.filter((line) => line.startsWith('Ticket 000002'))).toHaveLength(1);
  } finally {
    await room.close();
  }
});
