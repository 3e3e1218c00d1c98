import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeldSales } from '../../../electron/selling/held-sales';
import { createHeldSaleStore } from '../../../electron/storage/held-sale-store';
import { atomically, openDatabase, type Db } from '../../../electron/storage/open-database';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import { MOST_HELD } from '../../../shared/held-sale';
import { aDraft, AT } from '../../support/builders';

let folder: string;
let db: Db;
const now = () => new Date(AT);

function desk(drafts = createSettingsStore(db, now)) {
  const ports = { store: createHeldSaleStore(db), drafts, publish: () => undefined, now };
  return { held: new HeldSales({ ...ports, together: (writes) => atomically(db, writes) }), drafts };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-held-'));
  db = openDatabase(join(folder, 'till.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a sale that is put aside', () => {
  it('is on the list with its time, name and total, and no longer the draft, also after a restart', () => {
    const draft = aDraft(10_000, 2_550);
    const { held, drafts } = desk();
    drafts.writeDraft(draft);
    expect(held.hold(draft, 'Mesa 4').ok).toBe(true);
    db.close();
    db = openDatabase(join(folder, 'till.db'));
    const again = desk();
    expect(again.held.list()).toEqual([{ saleId: draft.saleId, name: 'Mesa 4', heldAt: AT, total: 12_550, lines: 2 }]);
    expect(again.drafts.readDraft()).toBeNull();
  });

  it('is taken up once, as it was', () => {
    const draft = aDraft(10_000);
    const { held, drafts } = desk();
    held.hold(draft, '');
    expect(held.resume(draft.saleId, null)).toEqual({ ok: true, value: draft });
    expect(drafts.readDraft()).toEqual(draft);
    expect(held.list()).toEqual([]);
    expect(held.resume(draft.saleId, null)).toMatchObject({ error: { code: 'nothingToDo' } });
  });

  it('changes places with the sale that is being typed', () => {
    const [one, other] = [aDraft(10_000), aDraft(20_000)];
    const { held } = desk();
    held.hold(one, 'uno');
    expect(held.resume(one.saleId, other).ok).toBe(true);
    expect(held.list().map(({ saleId }) => saleId)).toEqual([other.saleId]);
  });

  it('twice is once', () => {
    const draft = aDraft(10_000);
    const { held } = desk();
    held.hold(draft, 'a');
    expect(held.hold({ ...draft, discount: undefined }, 'b').ok).toBe(true);
    expect(held.list()).toMatchObject([{ name: 'a' }]);
  });

  it('twice takes nothing of what is typed meanwhile', () => {
    const [draft, next] = [aDraft(10_000), aDraft(500)];
    const { held, drafts } = desk();
    held.hold(draft, '');
    drafts.writeDraft(next);
    expect(held.hold(draft, '').ok).toBe(true);
    expect(drafts.readDraft()).toEqual(next);
    drafts.writeDraft(draft);
    expect(held.hold(draft, '').ok).toBe(true);
    expect(drafts.readDraft()).toBeNull();
  });

  it('is not replaced by another that calls itself the same, nor is that one lost', () => {
    const [waiting, other] = [aDraft(10_000), aDraft(20_000)];
    const forged = { ...waiting, lines: aDraft(1).lines };
    const { held, drafts } = desk();
    held.hold(waiting, 'Mesa 4');
    held.hold(other, '');
    drafts.writeDraft(forged);
    const refused = { error: { code: 'heldAlready' } };
    expect(held.hold(forged, '')).toMatchObject(refused);
    expect(held.resume(waiting.saleId, forged)).toMatchObject(refused);
    expect(held.resume(other.saleId, forged)).toMatchObject(refused);
    expect(held.list()).toMatchObject([{ name: 'Mesa 4', total: 10_000 }, { total: 20_000 }]);
    expect(drafts.readDraft()).toEqual(forged);
    expect(held.resume(other.saleId, waiting)).toMatchObject({ value: other });
    expect(held.resume(waiting.saleId, waiting)).toMatchObject({ value: waiting });
    expect(held.list()).toEqual([]);
  });

  it('stays where it was when the power goes before the draft is written', () => {
    const draft = aDraft(10_000);
    const { held, drafts } = desk();
    drafts.writeDraft(draft);
    const broken = desk({
      ...drafts,
      writeDraft: () => {
        throw new Error('power');
      },
    });
    expect(() => broken.held.hold(draft, '')).toThrow('power');
    expect(held.list()).toEqual([]);
    expect(drafts.readDraft()).toEqual(draft);
    held.hold(draft, '');
    expect(() => broken.held.resume(draft.saleId, null)).toThrow('power');
    expect(held.list()).toHaveLength(1);
    expect(drafts.readDraft()).toBeNull();
  });

  it('is refused when it is empty, or when the list is full', () => {
    const { held } = desk();
    expect(held.hold({ ...aDraft(), lines: [] }, '')).toMatchObject({ error: { code: 'saleEmpty' } });
    for (let index = 0; index < MOST_HELD; index += 1) expect(held.hold(aDraft(100), '').ok).toBe(true);
    expect(held.hold(aDraft(100), '')).toMatchObject({ error: { code: 'tooManyHeld' } });
    expect(held.discard(held.list()[0]?.saleId ?? '', () => undefined).ok).toBe(true);
    expect(held.hold(aDraft(100), '').ok).toBe(true);
  });
});
