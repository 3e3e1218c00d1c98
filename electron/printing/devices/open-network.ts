import { connect, type Socket } from 'node:net';
import type { PrinterTrouble } from '../../../shared/printer';
import type { Connection, Opened } from './connection';
import { troubleOf } from './trouble-of';

const CHUNK_BYTES = 4096;
const FAREWELL_MS = 300;

/** A printer on the network: raw TCP, by custom port 9100. */
export async function openNetwork(
  address: { readonly host: string; readonly port: number },
  { openMs, stallMs }: { readonly openMs: number; readonly stallMs: number },
): Promise<Opened> {
  const socket = connect({ ...address, noDelay: true });
  const trouble = await connected(socket, openMs);
  if (trouble !== null) {
    socket.destroy();
    return { ok: false, trouble };
  }
  return { ok: true, connection: talkOver(socket, stallMs) };
}

function connected(socket: Socket, openMs: number): Promise<PrinterTrouble | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('notFound'), openMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(null);
    });
    // Stays for the whole life of the socket: an error without a listener would end the process.
    socket.on('error', (error) => {
      clearTimeout(timer);
      resolve(troubleOf(error));
    });
  });
}

function talkOver(socket: Socket, stallMs: number): Connection {
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const lostListeners = new Set<(trouble: PrinterTrouble) => void>();
  let lost: PrinterTrouble | null = null;
  let closing = false;

  function lose(trouble: PrinterTrouble): void {
    if (lost !== null || closing) return;
    lost = trouble;
    for (const listener of lostListeners) listener(trouble);
  }

  socket.on('data', (bytes: Buffer) => {
    for (const listener of listeners) listener(bytes);
  });
  // A printer has no reason to hang up: whichever way it does, nothing more will be printed or answered.
  socket.on('end', () => lose('unplugged'));
  socket.on('error', (error) => lose(troubleOf(error)));
  socket.on('close', () => lose('unplugged'));

  function writeChunk(chunk: Uint8Array): Promise<PrinterTrouble | null> {
    return new Promise((resolve) => {
      const done = (trouble: PrinterTrouble | null) => {
        clearTimeout(timer);
        lostListeners.delete(done);
        resolve(trouble);
      };
      const timer = setTimeout(() => done('stalled'), stallMs);
      lostListeners.add(done);
      socket.write(chunk, (error) => done(error ? troubleOf(error) : null));
    });
  }

  return {
    twoWay: true,
    arrives: false,
    write: async (bytes, onTaken) => {
      for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
        const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
        if (lost !== null) return lost;
        // Counted before it is certain: if the connection breaks now, nobody can say how much of it got through.
        onTaken(chunk.length);
        const trouble = await writeChunk(chunk);
        if (trouble !== null) return trouble;
      }
      return null;
    },
    drain: () => Promise.resolve(lost),
    onBytes: (listener) => void listeners.push(listener),
    onLost: (listener) => {
      lostListeners.add(listener);
      if (lost !== null) listener(lost);
    },
    close: () => {
      closing = true;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          socket.destroy();
          resolve();
        }, FAREWELL_MS);
        socket.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        if (socket.destroyed) {
          clearTimeout(timer);
          resolve();
        } else socket.end();
      });
    },
  };
}
