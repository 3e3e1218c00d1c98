import { onTestFinished } from 'vitest';
import type { Rhythm } from '../../../electron/checkout/rhythm';
import { parsePairing, formatPairing } from '../../../shared/relay-protocol';
import { startRelay } from '../../../relay/start-relay';
import type { SimulatorOptions } from '../../../simulator/options';
import { aDataDir } from '../../integration/relay/a-relay';
import { until } from '../until';
import { openCounter, POS, type Counter } from './a-counter';
import { layLine } from './a-line';
import { startRelayProgram } from './a-relay-program';

/** Never asks by itself: whatever is known came by the relay. */
const onlyByNotification: Partial<Rhythm> = { patienceMs: 600_000, pollMs: 600_000, afterlooksMs: [] };

export interface HeardCounterOptions {
  readonly rhythm?: Partial<Rhythm>;
  readonly simulator?: SimulatorOptions;
}

/** A counter that is paired with a relay, by a line that can be cut. */
export async function openHeardCounter(options: HeardCounterOptions = {}) {
  const relay = await startRelay({ port: 0, dataDir: aDataDir() });
  onTestFinished(() => relay.close());
  const pairing = parsePairing(relay.pairings.mint(POS).pairing);
  if (!pairing) throw new Error('the relay gave no pairing');
  return connected(relay.url, (url) => formatPairing({ ...pairing, url }), options);
}

/** The same with a relay that is a process of its own and can be killed. `buildRelay` must have run. */
export async function openCounterWithMortalRelay(options: HeardCounterOptions = {}) {
  const relay = await startRelayProgram(POS);
  return { ...(await connected(relay.url, relay.pairingBy, options)), relay };
}

async function connected(
  url: string,
  pairingBy: (url: string) => string,
  { rhythm = onlyByNotification, simulator = {} }: HeardCounterOptions,
) {
  const line = await layLine(url);
  const counter = await openCounter({ pairing: pairingBy(line.url), rhythm, simulator });
  // The look back over the payments of the last days would find what a notification must bring.
  counter.control.faults.add({ match: { path: '^/v1/payments/search' }, fault: { kind: 'drop' } });
  await isHeard(counter);
  return { line, counter, control: counter.control };
}

export const isHeard = (counter: Counter): Promise<unknown> =>
  until('the till to listen to the relay', async () => (await relayState(counter)) === 'connected', 20_000);

export const isDeaf = (counter: Counter): Promise<unknown> =>
  until('the till to know that the relay is away', async () => (await relayState(counter)) !== 'connected', 20_000);

async function relayState(counter: Counter): Promise<string> {
  return (await counter.snapshot()).relay.state;
}
