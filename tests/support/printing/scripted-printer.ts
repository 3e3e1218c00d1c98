import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Transport } from '../../../shared/printer';

export interface ScriptedPrinter {
  readonly transport: Transport;
  /** The ids that it was asked for by `GS ( H`, oldest first. */
  readonly ids: readonly string[];
  /** Sends bytes to whoever is connected now. */
  readonly say: (bytes: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

const REQUEST = Buffer.from([0x1d, 0x28, 0x48, 6, 0, 48, 48]);
const STATUS_REQUEST = Buffer.from([0x10, 0x04]);
const FINE = Uint8Array.of(0x12);

/** The answer of a printer that got to the end of the ticket of this id. */
export function processIdAnswer(id: string): Uint8Array {
  return Buffer.concat([Uint8Array.of(0x37, 0x22), Buffer.from(id, 'latin1'), Uint8Array.of(0)]);
}

/** A network printer that says that it is fine, and of tickets only what the test tells it to say. */
export async function startScriptedPrinter(
  onId: (id: string, printer: ScriptedPrinter) => void,
): Promise<ScriptedPrinter> {
  const ids: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let unread = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      unread = Buffer.concat([unread, bytes]);
      for (let at = unread.indexOf(STATUS_REQUEST); at >= 0; at = unread.indexOf(STATUS_REQUEST)) {
        socket.write(FINE);
        unread = Buffer.concat([unread.subarray(0, at), unread.subarray(at + 3)]);
      }
      for (let at = unread.indexOf(REQUEST); at >= 0 && unread.length >= at + 11; at = unread.indexOf(REQUEST)) {
        const id = unread.subarray(at + 7, at + 11).toString('latin1');
        unread = unread.subarray(at + 11);
        ids.push(id);
        onId(id, printer);
      }
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const printer: ScriptedPrinter = {
    transport: { kind: 'network', host: '127.0.0.1', port },
    ids,
    say: (bytes) => {
      for (const socket of sockets) socket.write(bytes);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return printer;
}
