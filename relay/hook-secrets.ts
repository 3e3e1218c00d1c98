import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { hookSecretOf } from './hook-secret';
import { StoreRefused } from './open-database';

/** For how long an address made with an earlier secret is good: orders in flight still notify it. */
const previousSecretMs = 24 * 3600_000;

const previousSchema = z.array(z.object({ secret: z.string().min(20), until: z.number() }));
type Previous = z.infer<typeof previousSchema>;

/** The keys of the notification addresses: the one that new addresses are made with, and those that still count. */
export interface HookSecrets {
  current(): string;
  /** At this time, in milliseconds since 1970. The current one is the first. */
  accepted(now: number): readonly string[];
  /** Another process may have changed them. */
  reload(): void;
}

export interface HookSecretsOptions {
  readonly dataDir: string;
  /** As configured; `null`: the one kept in the data folder. */
  readonly configured: string | null;
  /** The one configured before, while its addresses are to be good. It counts for a day from the first start with it. */
  readonly configuredPrevious: string | null;
  readonly now: () => number;
}

/** Throws `StoreRefused` when what is kept is damaged. */
export function openHookSecrets({ dataDir, configured, configuredPrevious, now }: HookSecretsOptions): HookSecrets {
  let current = hookSecretOf(dataDir, configured);
  let previous = readPrevious(dataDir);
  if (configuredPrevious !== null && !previous.some(({ secret }) => secret === configuredPrevious)) {
    previous = [...previous, { secret: configuredPrevious, until: now() + previousSecretMs }];
    writePrevious(dataDir, previous);
  }
  return {
    current: () => current,
    accepted: (at) => [current, ...previous.filter(({ until }) => at < until).map(({ secret }) => secret)],
    reload() {
      current = hookSecretOf(dataDir, configured);
      previous = readPrevious(dataDir);
    },
  };
}

/** Makes a new secret; the present one counts for a day more. Only for a secret that is kept in the data folder. */
export function rotateHookSecret(dataDir: string, now: number): void {
  const before = hookSecretOf(dataDir, null);
  const stillGood = readPrevious(dataDir).filter(({ until }) => now < until);
  // First the one that is to stay good: ending between the two writes, nothing has changed.
  writePrevious(dataDir, [...stillGood, { secret: before, until: now + previousSecretMs }]);
  replaceFile(join(dataDir, 'hook-secret'), randomBytes(32).toString('hex'));
}

const previousFile = (dataDir: string) => join(dataDir, 'hook-secret.previous');

function readPrevious(dataDir: string): Previous {
  let text: string;
  try {
    text = readFileSync(previousFile(dataDir), 'utf8');
  } catch {
    return [];
  }
  try {
    return previousSchema.parse(JSON.parse(text));
  } catch {
    throw new StoreRefused(`${previousFile(dataDir)} is damaged. Restore it, or delete it if no order is in flight.`);
  }
}

function writePrevious(dataDir: string, previous: Previous): void {
  replaceFile(previousFile(dataDir), JSON.stringify(previous));
}

/** Never half written, and readable by its owner only. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, file);
}
