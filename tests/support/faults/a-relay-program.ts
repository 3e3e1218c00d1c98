import { formatPairing, mintedCajaSchema, parsePairing, type Pairing } from '../../../shared/relay-protocol';
import { aProcess, type RelayProcess } from '../../integration/relay/a-process';
import { adminToken, aDataDir } from '../../integration/relay/a-relay';

/** A relay as the process that it is in a store, with one caja paired. `buildRelay` must have run. */
export interface RelayProgram {
  readonly url: string;
  /** The pairing text by another address of the same relay. */
  readonly pairingBy: (url: string) => string;
  /** SIGKILL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Starts again at the same address with the same data. */
  readonly start: () => Promise<void>;
}

export async function startRelayProgram(caja: string): Promise<RelayProgram> {
  const dataDir = aDataDir();
  let running: RelayProcess = aProcess({ RELAY_DATA_DIR: dataDir });
  const { url } = await running.ready;
  const pairing = await mint(url, caja);
  return {
    url,
    pairingBy: (address) => formatPairing({ ...pairing, url: address }),
    kill: async () => {
      running.child.kill('SIGKILL');
      await running.ended;
    },
    start: async () => {
      running = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_PORT: new URL(url).port });
      await running.ready;
    },
  };
}

async function mint(url: string, caja: string): Promise<Pairing> {
  const response = await fetch(`${url}/v1/cajas`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ caja }),
  });
  const pairing = parsePairing(mintedCajaSchema.parse(await response.json()).pairing);
  if (!pairing) throw new Error('the relay gave no pairing');
  return pairing;
}
