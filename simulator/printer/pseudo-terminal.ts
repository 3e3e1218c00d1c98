import { closeSync, constants, openSync } from 'node:fs';
import koffi from 'koffi';

/** The two ends of a pseudo terminal that passes bytes unchanged. */
export interface PseudoTerminal {
  /** The printer's end; it never blocks. */
  readonly fd: number;
  /** The device file at the till's end. */
  readonly path: string;
  close(): void;
}

export type PseudoTerminalResult =
  { readonly ok: true; readonly terminal: PseudoTerminal } | { readonly ok: false; readonly reason: string };

/** Larger than `struct termios` of any C library. */
const TERMIOS_BYTES = 256;

/**
 * Opens a pseudo terminal through the C library: a character device without hardware, which is as near to `usblp` as a
 * machine without a printer gets. Linux only.
 */
export function openPseudoTerminal(): PseudoTerminalResult {
  if (process.platform !== 'linux') return { ok: false, reason: `no pseudo terminals on ${process.platform}` };
  try {
    return { ok: true, terminal: open() };
  } catch (error) {
    return { ok: false, reason: String(error) };
  }
}

function open(): PseudoTerminal {
  const libc = koffi.load('libc.so.6');
  const posixOpenpt = libc.func('int posix_openpt(int flags)');
  const grantpt = libc.func('int grantpt(int fd)');
  const unlockpt = libc.func('int unlockpt(int fd)');
  const ptsname = libc.func('int ptsname_r(int fd, _Out_ char *name, size_t length)');
  const tcgetattr = libc.func('int tcgetattr(int fd, _Out_ uint8_t *settings)');
  const cfmakeraw = libc.func('void cfmakeraw(_Inout_ uint8_t *settings)');
  const tcsetattr = libc.func('int tcsetattr(int fd, int when, const uint8_t *settings)');

  const fd = Number(posixOpenpt(constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK));
  if (fd < 0) throw new Error('no pseudo terminal is left');
  const name = Buffer.alloc(64);
  must(grantpt(fd) === 0 && unlockpt(fd) === 0 && ptsname(fd, name, name.length) === 0, 'it has no name');
  const path = name.toString('latin1').replace(/\0.*$/s, '');

  // Held open by us too: with nobody at the till's end, every read here would fail.
  const tillEnd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const settings = Buffer.alloc(TERMIOS_BYTES);
  must(tcgetattr(tillEnd, settings) === 0, 'it has no settings');
  cfmakeraw(settings);
  must(tcsetattr(tillEnd, 0, settings) === 0, 'it can not be made raw');

  return {
    fd,
    path,
    close: () => {
      closeSync(fd);
      closeSync(tillEnd);
    },
  };
}

function must(condition: boolean, problem: string): void {
  if (!condition) throw new Error(`pseudo terminal: ${problem}`);
}
