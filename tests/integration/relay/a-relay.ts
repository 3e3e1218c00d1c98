import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startRelay } from '../../../relay/start-relay';
import type { RelayOptions, RunningRelay } from '../../../relay/start-relay';

export const adminToken = 'TEST-token-administrator';

export function aDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'relay-test-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
}

/** A relay of its own on a free port, gone when the test is. */
export async function aRelay(options: Partial<RelayOptions> = {}): Promise<RunningRelay> {
  const dataDir = options.dataDir ?? aDataDir();
  const relay = await startRelay({ port: 0, adminToken, ...options, dataDir });
  onTestFinished(() => relay.close());
  return relay;
}

export const closedOrder = (id: string) => ({
  action: 'update',
  application_id: '7910800073137785',
  data: { currency_id: '', marketplace: 'NONE', status: 'closed' },
  date_created: '2024-10-06T17:42:13.510-04:00',
  id,
  live_mode: false,
  status: 'closed',
  type: 'topic_merchant_order_wh',
  user_id: 2012037660,
  version: 1,
});

export const openedOrder = (id: string) => ({
  ...closedOrder(id),
  action: 'create',
  status: 'opened',
  data: { status: 'opened' },
});

/** Plays Mercado Pago. */
export async function notify(
  url: string,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const send = () =>
    fetch(url, {
      method: 'POST',
      // A connection of its own: one kept from before may belong to a relay that was ended meanwhile.
      headers: {
        'content-type': 'application/json',
        'user-agent': 'MercadoPago WebHook v1.0',
        connection: 'close',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  // What was kept nevertheless says so before anything was sent.
  return send().catch((error: unknown) => {
    if (isKeptSocket(error)) return send();
    throw error;
  });
}

function isKeptSocket(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_SOCKET';
}
