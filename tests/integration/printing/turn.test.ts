import { expect, it } from 'vitest';
import { hostCallSchema, type HostMessage } from '../../../electron/printing/host-messages';
import { createPrinterClient } from '../../../electron/printing/printer-client';
import { PrinterServer } from '../../../electron/printing/serve-printers';
import { startVirtualPrinter } from '../../../simulator/printer/virtual-printer';
import { inProcessHost } from '../../support/printing/in-process-host';
import { quickTimings } from '../../support/printing/quick-timings';
import { systemPlaces } from '../../../electron/printing/usb-places';
import { aTicket } from '../../support/a-ticket';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';

it('a job that could not even be prepared gives the printer back to the next one', async () => {
  const said: HostMessage[] = [];
  let isBroken = true;
  const server = new PrinterServer((message) => said.push(message), {
    devices: '/nowhere',
    get descriptions() {
      if (isBroken) throw new Error('a bug');
      return '/nowhere';
    },
  });
  const identity = { vendor: '04b8', product: '0e15', serial: null, port: '1-1' };
  const prepare = (call: number) =>
    server.serve(
      hostCallSchema.parse({
        type: 'prepare',
        call,
        jobId: `job-${call}`,
        settings: { transport: { kind: 'usb', path: '/dev/usb/lp0', identity } },
        payload: { kind: 'drawer', pin: 2 },
        recover: false,
        confirmation: null,
        probe: false,
        timings: quickTimings,
      }),
    );
  await expect(prepare(1)).rejects.toThrow('a bug');
  isBroken = false;
  await prepare(2);
  expect(said).toEqual([{ type: 'answer', call: 2, value: { ok: false, trouble: 'notFound' } }]);
});

it('a ticket that is coming out keeps its printer, however soon one that nobody comes for is given back', async () => {
  const printer = await startVirtualPrinter();
  const forgottenMs = 150;
  const client = createPrinterClient({
    spawn: () => inProcessHost(systemPlaces, forgottenMs),
    timings: quickTimings,
  });
  const { host, port } = printer;
  const paper = { columns: 48, codePage: 'PC858' } as const;
  const settings = { transport: { kind: 'network', host, port }, cut: 'partial', drawerPin: null, ...paper } as const;
  try {
    const payload = { kind: 'ticket' as const, lines: layoutTicket(aTicket(), paper, ticketTexts('es-AR')) };
    await client.status(settings.transport);
    expect(await client.prepare({ jobId: 'job', settings, payload, recover: false })).toMatchObject({ ok: true });
    printer.faults.paperOutAfterLines = 5;
    const beganAt = performance.now();
    const printing = client.send('job', () => {
      // Somebody puts paper in, long after a printer that nobody uses would have been given back.
      if (performance.now() - beganAt > 3 * forgottenMs) printer.faults.paperOut = false;
    });
    expect(await printing).toEqual({ kind: 'printed', confirmed: true });
    expect(printer.papers()).toHaveLength(1);
  } finally {
    client.close();
    await printer.close();
  }
});
