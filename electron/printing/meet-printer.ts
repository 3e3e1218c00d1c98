import { connect, type Socket } from 'node:net';
import { RESET } from './escpos-commands';

export interface MeetTimings {
  /** For an address to take the connection: in one's own network it takes a few milliseconds or nothing at all. */
  readonly openMs: number;
  /** For each answer. */
  readonly answerMs: number;
}

/** What answers at an address. */
export interface Acquaintance {
  /** It answered as a ticket printer does. */
  readonly certain: boolean;
  /** What it calls itself, e.g. "EPSON TM-T20III"; null where it does not say. */
  readonly name: string | null;
}

/** `DLE EOT 1`: answered at once, even without paper, and never printed. */
const STATUS_REQUEST = Uint8Array.of(0x10, 0x04, 1);
/** `GS I 66` and `GS I 67`: maker and model. A printer that takes them for text forgets it again by the reset. */
const NAME_REQUEST = Buffer.concat([Uint8Array.of(0x1d, 0x49, 66, 0x1d, 0x49, 67), RESET]);
/** The answer to each: "_", the text, NUL. */
const NAME_ANSWER = /_([^\0]*)\0/g;
/** Office printers listen here too (IPP), and ticket printers do not. */
const OFFICE_PORT = 631;

/**
 * Who listens at an address; null when nobody does. Nothing is printed: an office printer puts bytes that it does not know on
 * paper, so it is asked nothing at all, and who does not answer the first question is not asked a second one.
 */
export async function meetPrinter(
  { host, port }: { readonly host: string; readonly port: number },
  { openMs, answerMs }: MeetTimings,
  signal: AbortSignal,
  officePort = OFFICE_PORT,
): Promise<Acquaintance | null> {
  const isOver = () => signal.aborted;
  const socket = await dial(host, port, openMs, signal);
  if (socket === null) return null;
  try {
    const office = await dial(host, officePort, openMs, signal);
    office?.destroy();
    if (isOver()) return null;
    if (office !== null) return { certain: false, name: null };
    const status = await askFor(socket, STATUS_REQUEST, answerMs, (bytes) => bytes.length > 0);
    // Nobody waited for its answer, so its silence means nothing.
    if (isOver() && status.length === 0) return null;
    if (((status[0] ?? 0) & 0x93) !== 0x12 || status.length > 1) return { certain: false, name: null };
    const said = await askFor(socket, NAME_REQUEST, answerMs, (bytes) => namesIn(bytes).length > 1);
    return { certain: true, name: namesIn(said).join(' ').slice(0, 80) || null };
  } finally {
    // Not at once: a printer that is cut off in the middle of an answer may stay busy with it.
    socket.end(() => socket.destroy());
    setTimeout(() => socket.destroy(), answerMs).unref();
  }
}

function dial(host: string, port: number, ms: number, signal: AbortSignal): Promise<Socket | null> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null);
      return;
    }
    const socket = connect({ host, port, noDelay: true });
    const end = (opened: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      if (!opened) socket.destroy();
      resolve(opened ? socket : null);
    };
    const giveUp = () => end(false);
    const timer = setTimeout(giveUp, ms);
    signal.addEventListener('abort', giveUp);
    socket.once('connect', () => end(true));
    // Stays for the whole life of the socket: an error without a listener would end the process.
    socket.on('error', giveUp);
  });
}

/** What comes back until it is enough, or the time is over. */
function askFor(
  socket: Socket,
  question: Uint8Array,
  ms: number,
  isEnough: (bytes: Buffer) => boolean,
): Promise<Buffer> {
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0);
    const end = () => {
      clearTimeout(timer);
      socket.off('data', hear);
      socket.off('close', end);
      resolve(heard);
    };
    const hear = (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes.subarray(0, 200)]);
      if (isEnough(heard)) end();
    };
    const timer = setTimeout(end, ms);
    socket.on('data', hear);
    socket.once('close', end);
    socket.write(question);
  });
}

function namesIn(bytes: Buffer): string[] {
  return [...bytes.toString('latin1').matchAll(NAME_ANSWER)].flatMap(([, name = '']) => {
    const readable = name.replace(/\p{C}/gu, '').trim();
    return readable === '' ? [] : [readable];
  });
}
