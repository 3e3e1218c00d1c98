import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HintInbox } from '../../../electron/checkout/hint-inbox';
import { documentedRhythm } from '../../../electron/checkout/rhythm';
import { createHintStore, type HintStore } from '../../../electron/storage/hint-store';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
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

/** An inbox whose looks end when they are told to. */
function anInbox() {
  const underWay: { readonly order: string | null; readonly end: () => void }[] = [];
  const begun: (string | null)[] = [];
  const inbox = new HintInbox({
    hints,
    look: (order) => {
      begun.push(order);
      return new Promise((resolve) => underWay.push({ order, end: resolve }));
    },
    rhythm: documentedRhythm,
    log: () => undefined,
  });
  const hear = (order: number) => {
    const what = { topic: 'merchant_order', resourceId: String(order), status: null, verified: false } as const;
    const event = { seq: order, ...what, receivedAt: new Date().toISOString(), attempts: 1 };
    inbox.receive(RELAY, event, `abcdefgh.${order}`);
  };
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
  expect(begun[most]).toBe(String(HINTS));
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
  while (hints.waiting().length > 0) {
    await until('a look', () => second.underWay.length > 0);
    second.underWay.shift()?.end();
    await new Promise(setImmediate);
  }
  expect(new Set(second.begun).size).toBe(19);
});
