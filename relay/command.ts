import { cajaNameSchema } from '../shared/relay-protocol';
import type { RelayConfig } from './config';
import { openHookSecrets, rotateHookSecret } from './hook-secrets';
import { urlOf } from './metrics-server';
import { createPairings } from './pairings';
import { openSqliteStore } from './sqlite-store';

const usage = `Usage:
  main.js                     serve
  main.js pair <caja>         give the caja a new pairing code (an earlier one stops working)
  main.js revoke <caja>       take the caja's token away
  main.js rotate-hook <caja>  give the caja a new notification address (the present one lasts a day more)
  main.js remove <caja>       forget the caja, what was kept for it and its notification addresses
  main.js rotate-secret       new notification addresses for all cajas (the present ones last a day more)
  main.js list                the known cajas
<caja> is the caja's external_id at Mercado Pago: 1 to 64 letters, digits, - or _.
The same environment as for serving applies; a relay that is running notices within a second.
`;

const verbsOfOneCaja = ['pair', 'revoke', 'rotate-hook', 'remove'] as const;

export type Command =
  | { readonly verb: (typeof verbsOfOneCaja)[number]; readonly caja: string }
  | { readonly verb: 'list' | 'rotate-secret' };

/** `null` when the words are no command. */
export function parseCommand(words: readonly string[]): Command | null {
  const [word, caja, ...more] = words;
  if (word === 'list' || word === 'rotate-secret') return words.length === 1 ? { verb: word } : null;
  const verb = verbsOfOneCaja.find((one) => one === word);
  if (verb === undefined) return null;
  return more.length === 0 && caja !== undefined && cajaNameSchema.safeParse(caja).success ? { verb, caja } : null;
}

/** The administrator's commands, for people. What a script may want goes alone to stdout. Gives the exit code. */
export async function runCommand(words: readonly string[], config: RelayConfig): Promise<number> {
  const command = parseCommand(words);
  if (!command) {
    process.stderr.write(usage);
    return 2;
  }
  if (config.publicUrl === null && config.port === 0) {
    process.stderr.write(
      'RELAY_PUBLIC_URL must be set: a port chosen at each start has no address to give to a till.\n',
    );
    return 2;
  }
  if (command.verb === 'rotate-secret' && config.hookSecret !== null) {
    process.stderr.write(
      'RELAY_HOOK_SECRET is set: give it another value, put this one into RELAY_HOOK_SECRET_PREVIOUS and start the relay again.\n',
    );
    return 2;
  }
  const hookSecrets = openHookSecrets({
    dataDir: config.dataDir,
    configured: config.hookSecret,
    configuredPrevious: config.previousHookSecret,
    now: Date.now,
  });
  const store = openSqliteStore({ dataDir: config.dataDir, busyTimeoutMs: 5000 });
  const publicUrl = config.publicUrl ?? urlOf(config.host, config.port);
  const pairings = createPairings({ store, hookSecrets, publicUrl: () => publicUrl, now: Date.now });
  try {
    switch (command.verb) {
      case 'pair':
        process.stdout.write(`${pairings.mint(command.caja).pairing}\n`);
        process.stderr.write(`Paste this into the till of ${command.caja}. It is shown this one time.\n`);
        return 0;
      case 'revoke':
        return unknownUnless(pairings.revoke(command.caja), command.caja);
      case 'rotate-hook':
        return unknownUnless(pairings.rotateHook(command.caja) !== null, command.caja);
      case 'remove':
        return unknownUnless(pairings.remove(command.caja), command.caja);
      case 'rotate-secret':
        rotateHookSecret(config.dataDir, Date.now());
        store.touch();
        process.stderr.write('Done. Tills that are connected learn their new address by themselves.\n');
        return 0;
      case 'list':
        for (const known of store.cajas()) {
          process.stdout.write(`${known.caja}\t${known.paired ? 'paired' : 'not paired'}\n`);
        }
        return 0;
    }
  } finally {
    await store.close();
  }
}

function unknownUnless(done: boolean, caja: string): number {
  process.stderr.write(done ? `Done: ${caja}.\n` : `${caja} is not known here, or has no token.\n`);
  return done ? 0 : 1;
}
