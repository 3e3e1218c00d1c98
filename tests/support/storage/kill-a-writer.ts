import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('writer-process.ts', import.meta.url));

/** A commit that the program was told is on disk, and how long the log was then. */
export interface Acknowledged {
  readonly number: number;
  readonly logBytes: number;
}

/** Lets another process sell, and kills it without a word after so many sales. Returns what it had acknowledged. */
export async function killAWriter(path: string, after: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const acknowledged: Acknowledged[] = [];
  createInterface(child.stdout).on('line', (line) => {
    const [number, logBytes] = line.split(' ').map(Number);
    // A line that the kill cut off acknowledges nothing.
    if (number === undefined || logBytes === undefined || !line.endsWith(String(logBytes))) return;
    acknowledged.push({ number, logBytes });
    if (acknowledged.length === after) child.kill('SIGKILL');
  });
  await gone;
  return acknowledged;
}
