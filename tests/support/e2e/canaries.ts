import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where a canary was found, and in which form. Never the canary itself: a test's report is read by many. */
export interface Sighting {
  readonly place: string;
  readonly canary: string;
  readonly form: string;
}

/** Texts that must not turn up anywhere, by the name to report them under. */
export type Canaries = Readonly<Record<string, string>>;

/** Every way in which programs write a text down, whole; and its first half, because some cut. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const forms: [string, Buffer][] = [
    ['in the clear', bytes],
    ['cut in half', Buffer.from(text.slice(0, Math.max(12, Math.ceil(text.length / 2))))],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(text, 'utf16le').swap16()],
    ['in a URL', Buffer.from(encodeURIComponent(text))],
    ['in JSON', Buffer.from(JSON.stringify(text).slice(1, -1))],
    ['backwards', Buffer.from(text).reverse()],
    ['in hexadecimal', Buffer.from(hex)],
    ['in capital hexadecimal', Buffer.from(hex.toUpperCase())],
  ];
  for (const offset of [0, 1, 2]) {
    // The letters at both ends stand for its neighbours as well.
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const inside = padded.slice(offset === 0 ? 0 : offset + 1).replace(/.{0,3}=*$/, '');
    forms.push([`in base64, ${offset} along`, Buffer.from(inside)]);
    forms.push([`in base64 for a URL, ${offset} along`, Buffer.from(inside.replaceAll('+', '-').replaceAll('/', '_'))]);
  }
  return new Map(forms);
}

/** Looks for every canary in every form in some bytes. */
export function sightingsIn(place: string, bytes: Buffer, canaries: Canaries): Sighting[] {
  return Object.entries(canaries).flatMap(([canary, text]) =>
    [...formsOf(text)].flatMap(([form, pattern]) => (bytes.includes(pattern) ? [{ place, canary, form }] : [])),
  );
}

/** Every regular file below a folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export function sightingsBelow(folder: string, canaries: Canaries): Sighting[] {
  return filesBelow(folder).flatMap((file) => sightingsIn(relative(folder, file), readFileSync(file), canaries));
}

/** A process of the app as any user of this computer sees it. */
export interface SeenProcess {
  readonly pid: number;
  readonly kind: string;
  readonly commandLine: Buffer;
  readonly environment: Buffer;
}

/** The process and everything that it started, from `/proc`. Linux only. */
export function processTree(pid: number): SeenProcess[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = readOrEmpty(`/proc/${name}/stat`).toString();
    // The program's name stands in brackets and may hold anything.
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const isBelow = (child: number): boolean => {
    for (let at = child, steps = 0; steps < 20; steps++) {
      if (at === pid) return true;
      at = parents.get(at) ?? 0;
    }
    return false;
  };
  return [...parents.keys()].filter(isBelow).map((below) => {
    const commandLine = readOrEmpty(`/proc/${below}/cmdline`);
    const kind = /--type=([\w-]+)/.exec(commandLine.toString())?.[1] ?? 'main';
    return { pid: below, kind, commandLine, environment: readOrEmpty(`/proc/${below}/environ`) };
  });
}

/** A process may end while it is looked at. */
function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Every process of the till of this folder, whoever started it. Linux only. */
export function processesOf(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => readOrEmpty(`/proc/${name}/environ`).includes(`CAJAQR_DATA_DIR=${dataDir}\0`))
    .map(Number);
}
