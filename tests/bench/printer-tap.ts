import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { RealTimeFilter } from '../../simulator/printer/real-time-filter';

export interface PrinterTap {
  readonly port: number;
  /** When the next byte that is not a status request comes by, in ns of `process.hrtime`. */
  nextTicketByte(): Promise<bigint>;
  close(): Promise<void>;
}

/** Stands in front of a network printer, passes everything on in both directions, and knows when a ticket begins. */
export async function tapPrinter(printer: { readonly host: string; readonly port: number }): Promise<PrinterTap> {
  let tell: ((at: bigint) => void) | null = null;
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ ...printer, noDelay: true });
    const filter = new RealTimeFilter(() => undefined);
    near.on('data', (bytes) => {
      const at = process.hrtime.bigint();
      far.write(bytes);
      if (tell === null || filter.pass(bytes).length === 0) return;
      tell(at);
      tell = null;
    });
    far.on('data', (bytes) => near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
  });
  server.listen(0, printer.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    nextTicketByte: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
