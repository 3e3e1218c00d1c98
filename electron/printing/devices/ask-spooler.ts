import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** How one of the spooler's programs ended. */
export interface SpoolerAnswer {
  /** null: it could not be started, or was stopped because it took too long. */
  readonly code: number | null;
  /** It never ran: this system has no such program. */
  readonly absent: boolean;
  readonly out: string;
  readonly errors: string;
}

type Program = 'lp' | 'lpq' | 'lpstat' | 'cancel';

/** Enough for a list of a hundred printers; a program that says more has gone mad. */
const LONGEST_ANSWER = 200_000;

/**
 * Its words are read by `readQueue`: in English, whatever the system speaks. CUPS asks LC_MESSAGES before LC_ALL, and on a Mac
 * neither but the Mac's own settings, unless SOFTWARE says that a program of the spooler's asks: then LANG.
 */
const english = { LC_ALL: 'C', LC_MESSAGES: 'C', LANG: 'C', LANGUAGE: '', SOFTWARE: 'caja-qr' };

/** Runs one of the programs that CUPS comes with, on Linux and on macOS. Never throws, never waits longer than `ms`. */
export function askSpooler(
  program: Program,
  args: readonly string[],
  { ms, input = null }: { readonly ms: number; readonly input?: Uint8Array | null },
): Promise<SpoolerAnswer> {
  return new Promise((resolve) => {
    let out = '';
    let errors = '';
    let started = false;
    const answer = (code: number | null) => {
      clearTimeout(timer);
      resolve({ code, absent: !started, out, errors });
    };
    const child = start(program, args);
    if (child === null) {
      resolve({ code: null, absent: true, out, errors });
      return;
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      answer(null);
    }, ms);
    child.once('spawn', () => (started = true));
    child.once('error', () => answer(null));
    child.once('close', answer);
    child.stdout.on('data', (bytes: Buffer) => {
      if (out.length < LONGEST_ANSWER) out += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      if (errors.length < LONGEST_ANSWER) errors += bytes.toString();
    });
    // It may end before it has read everything; its code says so.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? undefined);
  });
}

/** Null where the system does not even try, as with a name that can't be one. */
function start(program: Program, args: readonly string[]): ChildProcessWithoutNullStreams | null {
  try {
    return spawn(program, args, { env: { ...process.env, ...english }, windowsHide: true });
  } catch {
    return null;
  }
}
