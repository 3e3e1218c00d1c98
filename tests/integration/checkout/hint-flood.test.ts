import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HintInbox } from '../../../electron/checkout/hint-inbox';
import { documentedRhythm } from '../../../electron/checkout/rhythm';
import { createHintStore, type HintStore } from '../../../electron/storage/hint-store';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import type { RelayEvent } from '../../../shared/relay-protocol';
import { until } from '../../support/until';

const RELAY = 'http://127.0.0.1:1';
const HINTS = 300;

let folder: string;
let db: Db;
let hints: HintStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-hints-'));
  db = openDatabase(join(folder, 'till.db'));
  hints = createHintStore(db, () => new Date());
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const eventOf = (order: number): RelayEvent => ({
  seq: order,
  topic: 'merchant_order',
  resourceId: String(order),
  status: null,
  verified: false,
  receivedAt: new Date().toISOString(),
  attempts: 1,
});

/** An inbox whose looks end when they are told to. */
function anInbox({ slowMs = 60_000, rhythm = documentedRhythm } = {}) {
  const underWay: { readonly end: () => void; readonly fail: () => void }[] = [];
  const begun: (string | null)[] = [];
  const inbox = new HintInbox({
    hints,
    look: (order) => {
      begun.push(order);
      return new Promise((resolve, reject) => {
        underWay.push({ end: resolve, fail: () => reject(new Error('not now')) });
      });
    },
    rhythm,
    slowMs,
    log: () => undefined,
  });
  const hear = (order: number) => inbox.receive(RELAY, eventOf(order), `abcdefgh.${order}`);
  return { inbox, hear, underWay, begun };
}

it('asks about few of many hints at once, the newest first, and forgets none unseen', async () => {
  const { hear, underWay, begun } = anInbox();
  for (let order = 1; order <= HINTS; order += 1) hear(order);
  expect(hints.waiting()).toHaveLength(HINTS);
  let most = 0;
  while (begun.length < HINTS || underWay.length > 0) {
    await until('a look', () => underWay.length > 0);
    most = Math.max(most, underWay.length);
    underWay.shift()?.end();
    await new Promise(setImmediate);
  }
  expect(most).toBeLessThanOrEqual(8);
  const inOrder = Array.from({ length: HINTS - most }, (_, index) => String(HINTS - index));
  expect(begun.slice(most)).toEqual(inOrder);
  expect(new Set(begun).size).toBe(HINTS);
  expect(hints.waiting()).toEqual([]);
});

it('takes up after a restart what was not looked at', async () => {
  const first = anInbox();
  for (let order = 1; order <= 20; order += 1) first.hear(order);
  first.underWay[0]?.end();
  await until('one less', () => hints.waiting().length === 19);
  first.inbox.close();
  const second = anInbox();
  second.inbox.resume();
  expect(second.begun[0]).toBe('20');
  while (hints.waiting().length > 0) {
    await until('a look', () => second.underWay.length > 0);
    second.underWay.shift()?.end();
    await new Promise(setImmediate);
  }
  expect(new Set(second.begun).size).toBe(19);
});

it('lets no look that does not come to an end hold up the customer at the counter', async () => {
  const { hear, begun, inbox } = anInbox({ slowMs: 50 });
  for (let order = 1; order <= 9; order += 1) hear(order);
  await until('the ninth look', () => begun.includes('9'), 1_000);
  hear(10);
  await until('the tenth look', () => begun.includes('10'), 1_000);
  inbox.close();
});

it('asks about a new hint before an old one that failed', async () => {
  const rhythm = { ...documentedRhythm, retryMs: 1, slowestRetryMs: 1 };
  const { hear, begun, underWay, inbox } = anInbox({ rhythm });
  for (let order = 1; order <= 9; order += 1) hear(order);
  underWay[0]?.fail();
  await until('the ninth look', () => begun.includes('9'));
  // The first waits again by now.
  await new Promise((resolve) => setTimeout(resolve, 20));
  hear(10);
  underWay[1]?.end();
  await until('one more look', () => begun.length === 10);
  expect(begun[9]).toBe('10');
  inbox.close();
});
