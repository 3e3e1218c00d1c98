import { renameSync, writeFileSync } from 'node:fs';

/** Whoever reads the file at the same moment finds what it held before or what it holds now, and nothing in between. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
