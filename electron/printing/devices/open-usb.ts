import { closeSync, constants, openSync, readSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterTrouble } from '../../../shared/printer';
import type { Opened } from './connection';
import { codeOf, troubleOf } from './trouble-of';

const POLL_MS = 2;
const CHUNK_BYTES = 4096;
/** Never O_CREAT: with the printer away, root would make a plain file in its place and every ticket would vanish there. */
const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Linux's device numbers of `usblp`, of the parallel port, and (136 to 143) of pseudo terminals, which stand in for them. */
const printerMajors = new Set([180, 6, ...Array.from({ length: 8 }, (_, index) => 136 + index)]);

/** Looked at before it is opened: to open some devices is to use them, such as the one that restarts the computer. */
function leadsToPrinter(path: string): boolean {
  const stats = statSync(path);
  return stats.isCharacterDevice() && printerMajors.has((stats.rdev >> 8) & 0xfff);
}

/**
 * The kernel's `usblp` device. It never blocks: a blocking write to a printer without paper can't be taken back, and a
 * few of them stop the whole process.
 */
export function openUsb(path: string, { stallMs }: { readonly stallMs: number }): Opened {
  let fd: number;
  try {
    if (!leadsToPrinter(path)) return { ok: false, trouble: 'notADevice' };
    fd = openSync(path, FLAGS);
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }

  const incoming = Buffer.alloc(256);
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const lostListeners: ((trouble: PrinterTrouble) => void)[] = [];
  let lost: PrinterTrouble | null = null;

  const reading = setInterval(() => {
    try {
      const count = readSync(fd, incoming, 0, incoming.length, null);
      if (count > 0) for (const listener of listeners) listener(Uint8Array.from(incoming.subarray(0, count)));
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return;
      clearInterval(reading);
      // A printer of the one-way kind can't be read (EINVAL) but prints.
      if (codeOf(error) !== 'EINVAL') lose(troubleOf(error));
    }
  }, POLL_MS);

  function lose(trouble: PrinterTrouble): void {
    if (lost !== null) return;
    lost = trouble;
    for (const listener of lostListeners) listener(trouble);
  }

  /** Bytes taken now; 0 when the printer takes none at the moment. */
  function writeSome(bytes: Uint8Array, offset: number): number | PrinterTrouble {
    try {
      return writeSync(fd, bytes, offset, Math.min(CHUNK_BYTES, bytes.length - offset));
    } catch (error) {
      return codeOf(error) === 'EAGAIN' ? 0 : troubleOf(error, 'paperOut');
    }
  }

  async function write(bytes: Uint8Array, onTaken: (count: number) => void): Promise<PrinterTrouble | null> {
    let progressAt = performance.now();
    for (let offset = 0; offset < bytes.length;) {
      const taken = lost ?? writeSome(bytes, offset);
      if (typeof taken !== 'number') return taken;
      if (taken > 0) {
        offset += taken;
        progressAt = performance.now();
        onTaken(taken);
      } else if (performance.now() - progressAt > stallMs) return 'stalled';
      else await sleep(POLL_MS);
    }
    return null;
  }

  /** usblp answers an empty write with EAGAIN while its last block is still on its way. */
  async function drain(): Promise<PrinterTrouble | null> {
    const nothing = Buffer.alloc(0);
    const until = performance.now() + stallMs;
    for (;;) {
      if (lost !== null) return lost;
      try {
        writeSync(fd, nothing, 0, 0);
        return null;
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') return troubleOf(error, 'paperOut');
      }
      if (performance.now() > until) return 'stalled';
      await sleep(POLL_MS);
    }
  }

  return {
    ok: true,
    connection: {
      twoWay: true,
      arrives: false,
      write,
      drain,
      onBytes: (listener) => void listeners.push(listener),
      onLost: (listener) => {
        lostListeners.push(listener);
        if (lost !== null) listener(lost);
      },
      close: async () => {
        // Closing drops a block that is on its way.
        await drain();
        clearInterval(reading);
        // The number of a closed file is given to the next one that is opened: nothing may be written to it any more.
        lost ??= 'unplugged';
        closeSync(fd);
      },
    },
  };
}
