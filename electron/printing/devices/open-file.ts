import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Opened } from './connection';
import { troubleOf } from './trouble-of';

/** O_NONBLOCK so that a named pipe that nobody reads is refused instead of waited for. */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/** A file that tickets are appended to. A ticket that does not fit is taken back whole. */
export function openFile(path: string): Opened {
  let fd: number;
  try {
    fd = openSync(path, FLAGS, 0o600);
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) === 'unplugged' ? 'notADevice' : troubleOf(error) };
  }
  if (!fstatSync(fd).isFile()) {
    closeSync(fd);
    return { ok: false, trouble: 'notADevice' };
  }
  return {
    ok: true,
    connection: {
      twoWay: false,
      arrives: true,
      write: (bytes, onTaken) => {
        const before = fstatSync(fd).size;
        try {
          for (let offset = 0; offset < bytes.length;) offset += writeSync(fd, bytes, offset);
          fsyncSync(fd);
          onTaken(bytes.length);
          return Promise.resolve(null);
        } catch (error) {
          if (!takeBack(fd, before)) onTaken(bytes.length);
          return Promise.resolve(troubleOf(error));
        }
      },
      drain: () => Promise.resolve(null),
      onBytes: () => undefined,
      onLost: () => undefined,
      close: () => {
        closeSync(fd);
        return Promise.resolve();
      },
    },
  };
}

function takeBack(fd: number, size: number): boolean {
  try {
    ftruncateSync(fd, size);
    return true;
  } catch {
    return false;
  }
}
