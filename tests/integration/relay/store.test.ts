import Database from 'libsql';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hookSecretOf } from '../../../relay/hook-secret';
import { StoreRefused, openDatabase } from '../../../relay/open-database';
import { openSqliteStore } from '../../../relay/sqlite-store';
import type { SqliteStoreOptions } from '../../../relay/sqlite-store';
import type { NotificationRecord, Store } from '../../../relay/store';
import { aDataDir, aRelay } from './a-relay';
import { until } from './a-stream';

function aStore(options: Partial<SqliteStoreOptions> = {}): Store {
  const store = openSqliteStore({ dataDir: options.dataDir ?? aDataDir(), ...options });
  onTestFinished(() => store.close());
  return store;
}

function aRecord(record: Partial<NotificationRecord> = {}): NotificationRecord {
  return {
    caja: 'CAJA01',
    dedupeKey: Math.random().toString(36),
    topic: 'merchant_order',
    rawTopic: 'topic_merchant_order_wh',
    resourceId: '71',
    action: 'update',
    status: 'closed',
    verified: false,
    deliver: true,
    receivedAt: 1000,
    body: '{}',
    ...record,
  };
}

describe('the store', () => {
  it('syncs every commit, also when it is opened again', () => {
    const file = join(aDataDir(), 'relay.db');
    for (let opening = 0; opening < 3; opening += 1) {
      const db = openDatabase(file, 100);
      expect(db.prepare('PRAGMA synchronous').raw().get()).toEqual([2]);
      expect(db.prepare('PRAGMA journal_mode').raw().get()).toEqual(['wal']);
      db.close();
    }
  });

  it('commits together what comes together, and answers each for itself', async () => {
    const commits: number[] = [];
    const store = aStore({ onCommit: ({ records }) => commits.push(records) });
    const first = await Promise.all([
      ...Array.from({ length: 100 }, () => store.append(aRecord())),
      store.append(aRecord({ dedupeKey: 'same' })),
      store.append(aRecord({ dedupeKey: 'same' })),
    ]);
    expect(commits).toEqual([102]);
    expect(first.filter(({ kind }) => kind === 'recorded')).toHaveLength(101);
    expect(first.at(-1)).toMatchObject({ kind: 'duplicate', attempts: 2 });
  });

  it('keeps all of a batch or nothing of it', async () => {
    const dataDir = aDataDir();
    const store = aStore({ dataDir, busyTimeoutMs: 20 });
    const other = new Database(join(dataDir, 'relay.db'));
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN IMMEDIATE');
    const results = await Promise.all([store.append(aRecord()), store.append(aRecord())]);
    expect(results).toMatchObject([
      { kind: 'failed', fatal: false },
      { kind: 'failed', fatal: false },
    ]);
    other.exec('ROLLBACK');
    expect(store.read('CAJA01', 0, 10)).toEqual([]);
    expect(await store.append(aRecord())).toMatchObject({ kind: 'recorded' });
  });

  it('after it was full keeps what it is given, not what it could not keep before', async () => {
    const store = aStore({ mostBytes: 2 ** 20 });
    store.pair('CAJA01', 'hash');
    let kept = 0;
    for (const body = 'x'.repeat(8000); kept < 1000; kept += 1) {
      const { kind } = await store.append(aRecord({ resourceId: `o${kept}`, body }));
      if (kind === 'failed') break;
    }
    expect(store.writable()).toBe(false);
    store.remove('CAJA01', 0);
    const answer = await store.append(aRecord({ caja: 'CAJA02', resourceId: 'after' }));
    expect(answer.kind).toBe('recorded');
    expect(store.read('CAJA02', 0, 10)).toMatchObject([{ resourceId: 'after' }]);
    expect(store.read('CAJA01', 0, 10)).toEqual([]);
  });

  it('tells whom there is news for, once it is durable, and not for what goes no further', async () => {
    const store = aStore();
    const news: string[][] = [];
    store.onAppended((cajas) => news.push([...cajas]));
    await Promise.all([
      store.append(aRecord({ caja: 'A' })),
      store.append(aRecord({ caja: 'A' })),
      store.append(aRecord({ caja: 'B' })),
      store.append(aRecord({ caja: 'C', deliver: false })),
    ]);
    expect(news).toEqual([['A', 'B']]);
  });

  it('never gives a sequence twice, also when all was dropped', async () => {
    const dataDir = aDataDir();
    const store = aStore({ dataDir });
    store.pair('CAJA01', 'hash');
    await store.append(aRecord());
    await store.append(aRecord());
    await store.trim(2000);
    expect(store.stateOf('CAJA01')).toMatchObject({ head: 2, oldest: 0, trimmed: 2 });
    await store.close();
    const again = aStore({ dataDir });
    expect(await again.append(aRecord())).toEqual({ kind: 'recorded', seq: 3 });
    expect(again.epoch).toBe(store.epoch);
  });

  it('drops by age, and no more than a tenth at once, so that a clock gone wild cannot empty it', async () => {
    const store = aStore();
    await Promise.all(Array.from({ length: 20_000 }, () => store.append(aRecord({ receivedAt: 1000 }))));
    expect(await store.trim(1000)).toBe(0);
    expect(await store.trim(Number.MAX_SAFE_INTEGER)).toBe(2000);
    expect(await store.trim(Number.MAX_SAFE_INTEGER)).toBe(1800);
  });

  it('drops what is too old when the relay starts', async () => {
    const dataDir = aDataDir();
    const first = await aRelay({ dataDir });
    first.pairings.mint('CAJA01');
    const hourMs = 3600_000;
    await first.store.append(aRecord({ receivedAt: Date.now() - 73 * hourMs }));
    await first.store.append(aRecord({ receivedAt: Date.now() - 71 * hourMs }));
    await first.close();
    const second = await aRelay({ dataDir, retentionHours: 72 });
    await until(() => second.store.read('CAJA01', 0, 10).length === 1);
    expect(second.store.stateOf('CAJA01')).toMatchObject({ oldest: 2, trimmed: 1 });
  });

  it('refuses what comes after it was closed, and finishes what came before', async () => {
    const dataDir = aDataDir();
    const store = aStore({ dataDir });
    const before = store.append(aRecord());
    const closing = store.close();
    const after = store.append(aRecord());
    expect((await before).kind).toBe('recorded');
    expect((await after).kind).toBe('failed');
    await closing;
    expect(aStore({ dataDir }).read('CAJA01', 0, 10)).toHaveLength(1);
  });

  it('does not touch a file that is something else', () => {
    const file = join(aDataDir(), 'relay.db');
    const content = 'somebody wrote their notes here '.repeat(100);
    writeFileSync(file, content);
    expect(() => openDatabase(file, 100)).toThrow(StoreRefused);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});

describe('the secret of the notification addresses', () => {
  it('is the configured one, else one of its own that stays', () => {
    const dataDir = aDataDir();
    expect(hookSecretOf(dataDir, 'configured-elsewhere')).toBe('configured-elsewhere');
    const made = hookSecretOf(dataDir, null);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(hookSecretOf(dataDir, null)).toBe(made);
  });

  it('that is damaged stops the relay rather than change every address', () => {
    const dataDir = aDataDir();
    writeFileSync(join(dataDir, 'hook-secret'), 'short');
    expect(() => hookSecretOf(dataDir, null)).toThrow(StoreRefused);
  });
});
