import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { minor } from '../../../shared/money';
import type { AuditAct } from '../../../shared/people/audit';
import { draftTotal, type Draft } from '../../../shared/sale';
import { sellingSettingsSchema } from '../../../shared/selling';
import { aDraft } from '../../support/builders';
import { openCounter, type Counter } from '../../support/faults/a-counter';

interface Deed {
  readonly act: AuditAct;
  /** What it changes. */
  readonly table: string;
  readonly write: 'INSERT' | 'DELETE';
  /** Asks for it, as often as it is called. */
  readonly ask: (counter: Counter) => Promise<() => Promise<{ readonly ok: boolean }>>;
}

const halfOff = (): Draft => ({ ...aDraft(10_000, 5_000), discount: { kind: 'percent', hundredths: 5_000 } });

const deeds: Readonly<Record<string, Deed>> = {
  'a cash sale with more off than the limit': {
    act: 'discountGiven',
    table: 'cash_sales',
    write: 'INSERT',
    ask: (counter) => {
      const draft = halfOff();
      const total = draftTotal(draft);
      const offer = { draft, expectedTotal: total, expectedDue: total, received: total };
      return Promise.resolve(() => counter.request('cash.pay', offer));
    },
  },
  'a charge with more off than the limit': {
    act: 'discountGiven',
    table: 'checkouts',
    write: 'INSERT',
    ask: (counter) => {
      const draft = halfOff();
      return Promise.resolve(() => counter.request('checkout.start', { draft, expectedTotal: draftTotal(draft) }));
    },
  },
  'throwing a held sale away': {
    act: 'saleVoided',
    table: 'held_sales',
    write: 'DELETE',
    ask: async (counter) => {
      const draft = aDraft(10_000);
      await counter.request('held.hold', { draft, name: '' });
      return () => counter.request('held.discard', { saleId: draft.saleId });
    },
  },
  'a product that is saved': {
    act: 'productSaved',
    table: 'products',
    write: 'INSERT',
    ask: (counter) => {
      const entry = { id: null, code: '222', name: 'Yerba', category: null, favourite: false, tax: null };
      return Promise.resolve(() =>
        counter.request('catalogue.save', { ...entry, price: minor(350_000), unit: 'unit' as const }),
      );
    },
  },
};

describe('the log', () => {
  it.for(Object.entries(deeds))('has %s exactly when it is done', async ([, { act, table, write, ask }]) => {
    const counter = await openCounter();
    await counter.request('setup.saveSelling', sellingSettingsSchema.parse({ discountLimit: 1_000 }));
    const disk = new Database(join(counter.dataDir, 'caja-qr.db'));
    onTestFinished(() => void disk.close());
    const rows = () => disk.prepare(`SELECT 1 FROM ${table}`).all().length;
    const logged = () => disk.prepare('SELECT seq FROM audit_log WHERE act = ?').all(act).length;
    const refusing = async (writes: string, deed: () => Promise<unknown>): Promise<void> => {
      disk.exec(`CREATE TRIGGER refused BEFORE ${writes} BEGIN SELECT RAISE(ABORT, 'refused'); END`);
      expect(await deed()).toMatchObject({ ok: false });
      disk.exec('DROP TRIGGER refused');
    };
    const deed = await ask(counter);
    const before = rows();
    await refusing('INSERT ON audit_log', deed);
    expect(rows()).toBe(before);
    await refusing(`${write} ON ${table}`, deed);
    expect(logged()).toBe(0);
    expect(await deed()).toMatchObject({ ok: true });
    await deed();
    expect(rows()).not.toBe(before);
    expect(logged()).toBe(1);
  });

  it('names the sale, whose story tells who allowed it', async () => {
    const counter = await openCounter();
    await counter.request('setup.saveSelling', sellingSettingsSchema.parse({ discountLimit: 1_000 }));
    const [charged, paid] = [halfOff(), halfOff()];
    const total = draftTotal(paid);
    const offer = { draft: paid, expectedTotal: total, expectedDue: total, received: total };
    expect(await counter.request('cash.pay', offer)).toMatchObject({ ok: true });
    await counter.charge(charged);
    for (const { saleId } of [paid, charged]) {
      const story = await counter.request('sales.story', { saleId });
      expect(story).toMatchObject({ ok: true });
      expect(JSON.stringify(story)).toContain('discountAllowed');
    }
  });

  it('has who takes sales, products or the set-up away in a file, and on whose word', async () => {
    const counter = await openCounter();
    for (const [name, role, pin] of [['Luis', 'manager', '7391'] as const, ['Ana', 'cashier', '2580'] as const]) {
      expect(await counter.request('people.create', { name, role, pin })).toMatchObject({ ok: true });
    }
    await counter.request('people.saveSettings', { lockAfterMinutes: null, cashierMay: [] });
    const asked = { days: { from: '2026-11-01', to: '2026-11-30' }, rows: 'sale' as const };
    expect(await counter.request('productFile.export')).toMatchObject({
      value: { file: expect.any(String) as string },
    });
    await counter.request('settingsHistory.export');
    await counter.request('people.signIn', { pin: '2580' });
    expect(await counter.request('productFile.export')).toMatchObject({ ok: false });
    expect(await counter.request('reports.export', { ...asked, visit: null })).toMatchObject({ ok: false });
    const approval = { pin: '7391' };
    const read = await counter.request('reports.read', { days: asked.days, visit: null, approval });
    if (!read.ok) throw new Error(read.error.code);
    // The PIN that opened the reports is who allowed what is taken out of them.
    expect(await counter.request('reports.export', { ...asked, visit: read.value.visit })).toMatchObject({ ok: true });
    const log = await counter.request('people.log', { before: null, limit: 20, approval });
    expect(log.ok && log.value.filter(({ act }) => act.endsWith('Exported')).reverse()).toMatchObject([
      { act: 'productsExported', by: 'Luis', approvedBy: null },
      { act: 'settingsExported', by: 'Luis', approvedBy: null },
      {
        act: 'salesExported',
        by: 'Ana',
        approvedBy: 'Luis',
        facts: { note: '2026-11-01 – 2026-11-30 · ventas-2026-11-01_2026-11-30.csv' },
      },
    ]);
  });
});
