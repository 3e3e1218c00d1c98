import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { removeWithLog } from '../storage/prepare-replacement';
import { renameForGood, syncFile, syncFolder } from '../storage/sync-to-disk';

const DATABASE = 'caja-qr.db';

const planSchema = z.object({ keepIn: z.string().regex(/^[\w-]+$/) });

/** Where the files are that take part when one database takes the place of another. */
export interface ReplacementFiles {
  readonly database: string;
  /** What is to take its place, once it is whole. */
  readonly replacement: string;
  /** While it exists, the exchange has been decided and will be finished. */
  readonly plan: string;
  readonly kept: string;
}

export function replacementFiles(dataDir: string): ReplacementFiles {
  return {
    database: join(dataDir, DATABASE),
    replacement: join(dataDir, `${DATABASE}.new`),
    plan: join(dataDir, 'replacement.json'),
    kept: join(dataDir, 'damaged'),
  };
}

/**
 * Decides that the replacement, which must be whole and synced, takes the database's place. From here on a power cut
 * changes nothing: the next start finishes it.
 */
export function decideReplacement(dataDir: string, at: Date): void {
  const { plan } = replacementFiles(dataDir);
  const keepIn = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  writeFileSync(`${plan}.part`, JSON.stringify({ keepIn } satisfies z.infer<typeof planSchema>));
  syncFile(`${plan}.part`);
  renameForGood(`${plan}.part`, plan);
}

/**
 * Finishes an exchange that was decided, and tidies up one that was not. Every step can be the last one before the power
 * goes. Call it while nobody has the database open.
 * @throws when the system won't let go of a file; the exchange stays decided.
 */
export function finishReplacement(dataDir: string, stepDone: (step: string) => void = () => undefined): void {
  const { database, replacement, plan, kept } = replacementFiles(dataDir);
  if (!existsSync(plan)) {
    removeWithLog(replacement);
    return;
  }
  // No replacement any more: it is in its place already.
  if (existsSync(replacement)) {
    const folder = join(kept, keptIn(plan));
    mkdirSync(folder, { recursive: true });
    syncFolder(kept);
    for (const end of ['', '-wal', '-shm']) {
      moveAside(database + end, folder);
      stepDone(`moved ${DATABASE}${end}`);
    }
    syncFolder(folder);
    renameForGood(replacement, database);
    stepDone('replaced');
  }
  rmSync(plan, { force: true });
  syncFolder(dataDir);
  stepDone('done');
}

/** Never onto something that is kept there already. */
function moveAside(path: string, folder: string): void {
  if (!existsSync(path)) return;
  let target = join(folder, basename(path));
  for (let copy = 2; existsSync(target); copy++) target = join(folder, `${copy}-${basename(path)}`);
  renameSync(path, target);
}

function keptIn(plan: string): string {
  try {
    return planSchema.parse(JSON.parse(readFileSync(plan, 'utf8'))).keepIn;
  } catch {
    // The plan's words are gone, but that it is there says what was decided.
    return 'unknown-day';
  }
}
