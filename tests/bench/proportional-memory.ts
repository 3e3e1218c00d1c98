import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Only Linux counts a shared page once among those who share it. */
export const canMeasureMemory = existsSync('/proc/self/smaps_rollup');

/** Memory (PSS) of a process and of all that it started, in MB. */
export function proportionalMemory(pid: number): number {
  const kilobytes = familyOf(pid).map((member) => {
    const match = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${member}/smaps_rollup`));
    return Number(match?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function familyOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      // The program's name stands in brackets and may hold anything; state and parent follow the last of them.
      .map((name) => [Number(name), Number(/^.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1])] as const),
  );
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

/** Empty when the process ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
