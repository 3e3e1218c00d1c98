import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A network without a server of names lets one wait for it. */
const PATIENCE_MS = 1000;

/** The address of a computer or printer that may be written as a name; the name itself where nobody knows it. */
export async function addressOf(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  const found = lookup(host, { family: 4 }).then(
    ({ address }) => address,
    () => host,
  );
  return Promise.race([found, sleep(PATIENCE_MS, host, { ref: false })]);
}
