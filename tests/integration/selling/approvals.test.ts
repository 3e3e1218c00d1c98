import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Discount } from '../../../shared/discount';
import { minor } from '../../../shared/money';
import type { AuditEntry } from '../../../shared/people/audit';
import { draftTotal, type Draft } from '../../../shared/sale';
import { sellingSettingsSchema } from '../../../shared/selling';
import { aDraft } from '../../support/builders';
import { openCounter, type Counter } from '../../support/faults/a-counter';

const LUIS = '7391';
const ANA = '2580';
const needed = { ok: false, error: { code: 'permissionNeeded' } };
const byLuis = { approval: { pin: LUIS } };

/** A counter whose cashier may take off a tenth, and is at the till. */
async function staffed(): Promise<Counter> {
  const counter = await openCounter({ products: [{ code: '111', name: 'Alfajor', price: 1200 }] });
  for (const [name, role, pin] of [['Luis', 'manager', LUIS] as const, ['Ana', 'cashier', ANA] as const]) {
    expect(await counter.request('people.create', { name, role, pin })).toMatchObject({ ok: true });
  }
  const settings = { lockAfterMinutes: null, cashierMay: [] };
  expect(await counter.request('people.saveSettings', settings)).toMatchObject({ ok: true });
  const selling = sellingSettingsSchema.parse({ discountLimit: 1_000 });
  expect(await counter.request('setup.saveSelling', selling)).toMatchObject({ ok: true });
  expect(await counter.request('people.signIn', { pin: ANA })).toMatchObject({ ok: true });
  return counter;
}

async function log(counter: Counter): Promise<readonly AuditEntry[]> {
  const reply = await counter.request('people.log', { before: null, limit: 50, approval: { pin: LUIS } });
  if (!reply.ok) throw new Error(`no log: ${reply.error.code}`);
  return reply.value;
}

const off = (hundredths: number): Discount => ({ kind: 'percent', hundredths });
const discounted = (hundredths: number): Draft => ({ ...aDraft(10_000, 5_000), discount: off(hundredths) });
const start = (counter: Counter, draft: Draft, more: object = {}) =>
  counter.request('checkout.start', { draft, expectedTotal: draftTotal(draft), ...more });

describe('a discount of a cashier', () => {
  it('goes as far as the limit without asking', async () => {
    const counter = await staffed();
    expect(await start(counter, discounted(1_000))).toMatchObject({ ok: true });
    expect((await log(counter)).map(({ act }) => act)).not.toContain('discountGiven');
  });

  it('beyond it is a manager’s word: nothing is charged without it, and the log says whose it was', async () => {
    const counter = await staffed();
    const draft = discounted(1_001);
    expect(await start(counter, draft)).toMatchObject(needed);
    expect(await start(counter, draft, { approval: { pin: ANA } })).toMatchObject({ ok: false });
    expect(counter.control.orders()).toEqual([]);
    expect((await counter.snapshot()).checkout).toBeNull();
    expect(await start(counter, draft, byLuis)).toMatchObject({ ok: true });
    expect(await log(counter)).toContainEqual(
      expect.objectContaining({ act: 'discountGiven', by: 'Ana', approvedBy: 'Luis' }),
    );
  });

  it('is counted of the lines and of the sale together: two small ones are not a way around it', async () => {
    const counter = await staffed();
    const draft = aDraft(10_000, 5_000);
    const both = {
      ...draft,
      lines: draft.lines.map((line) => ({ ...line, discount: off(1_000) })),
      discount: off(100),
    };
    expect(await start(counter, both)).toMatchObject(needed);
    expect(await start(counter, { ...both, discount: undefined })).toMatchObject({ ok: true });
  });

  it('needs the same word when the customer pays in cash, and it is asked once', async () => {
    const counter = await staffed();
    const draft = discounted(5_000);
    const total = draftTotal(draft);
    const offer = { draft, expectedTotal: total, expectedDue: total, received: total };
    expect(await counter.request('cash.pay', offer)).toMatchObject(needed);
    expect(await counter.request('cash.pay', { ...offer, ...byLuis })).toMatchObject({ ok: true });
    // A second Enter asks for what is done.
    expect(await counter.request('cash.pay', offer)).toMatchObject({ ok: true });
    expect((await log(counter)).filter(({ act }) => act === 'discountGiven')).toHaveLength(1);
  });
});

describe('what else a cashier asks for', () => {
  it('to throw a held sale away, which stays until a manager says so', async () => {
    const counter = await staffed();
    const draft = aDraft(10_000);
    expect(await counter.request('held.hold', { draft, name: 'Mesa 4' })).toMatchObject({ ok: true });
    const { saleId } = draft;
    expect(await counter.request('held.discard', { saleId })).toMatchObject(needed);
    expect((await counter.snapshot()).heldSales).toBe(1);
    expect(await counter.request('held.discard', { saleId, ...byLuis })).toMatchObject({ ok: true });
    expect(await counter.request('held.discard', { saleId, ...byLuis })).toMatchObject({ ok: false });
    expect((await counter.snapshot()).heldSales).toBe(0);
    const voided = (await log(counter)).filter(({ act }) => act === 'saleVoided');
    expect(voided).toMatchObject([{ by: 'Ana', approvedBy: 'Luis', facts: { amount: 10_000, note: 'Mesa 4' } }]);
  });

  it('to make a product or to change one, and everybody may look at them', async () => {
    const counter = await staffed();
    const entry = {
      id: null,
      code: '222',
      name: 'Yerba',
      price: minor(350_000),
      unit: 'unit' as const,
      category: null,
      favourite: false,
      tax: null,
    };
    expect(await counter.request('catalogue.save', entry)).toMatchObject(needed);
    expect(await counter.request('catalogue.lookUp', { code: '222' })).toMatchObject({ value: { kind: 'unknown' } });
    expect(await counter.request('catalogue.save', { ...entry, ...byLuis })).toMatchObject({ ok: true });
    expect(await counter.request('catalogue.lookUp', { code: '222' })).toMatchObject({ value: { kind: 'product' } });
    expect(await log(counter)).toContainEqual(
      expect.objectContaining({ act: 'productSaved', by: 'Ana', approvedBy: 'Luis' }),
    );
  });

  it('for a product’s picture and for the order of the quick keys, each stored with its line of the log', async () => {
    const counter = await staffed();
    const found = await counter.request('catalogue.lookUp', { code: '111' });
    if (!found.ok || found.value.kind !== 'product') throw new Error('there is no alfajor');
    const { picture: none, ...alfajor } = found.value.product;
    expect(none).toBeUndefined();
    const newPicture = createCanvas(64, 64).toBuffer('image/webp').toString('base64');
    const save = (more: object) => counter.request('catalogue.save', { ...alfajor, favourite: true, ...more });
    const picture = async () => {
      const reply = await counter.request('catalogue.find', { id: alfajor.id });
      return reply.ok ? reply.value?.picture : undefined;
    };
    expect(await save({ newPicture })).toMatchObject(needed);
    for (const wrong of ['', 'AAAA', createCanvas(64, 64).toBuffer('image/png').toString('base64')]) {
      expect(await save({ newPicture: wrong, ...byLuis })).toMatchObject({ error: { code: 'pictureUnusable' } });
    }
    expect(await picture()).toBeUndefined();
    expect(await log(counter)).not.toContainEqual(expect.objectContaining({ act: 'productSaved' }));
    expect(await save({ newPicture, ...byLuis })).toMatchObject({ value: { picture: expect.any(String) as string } });
    expect(await save({ ...byLuis })).toMatchObject({ value: { picture: expect.any(String) as string } });
    expect(await save({ newPicture: null, ...byLuis })).not.toHaveProperty('value.picture');
    const arrange = (more: object) => counter.request('catalogue.arrangeFavourites', { ids: [alfajor.id], ...more });
    expect(await arrange({})).toMatchObject(needed);
    expect(await arrange(byLuis)).toMatchObject({ ok: true });
    expect((await log(counter)).map(({ act, approvedBy }) => `${act} ${approvedBy ?? ''}`)).toEqual(
      expect.arrayContaining(['productSaved Luis', 'quickKeysArranged Luis']),
    );
  });

  it('to set how much may be taken off, which is never a cashier’s', async () => {
    const counter = await staffed();
    const selling = sellingSettingsSchema.parse({});
    expect(await counter.request('setup.saveSelling', selling)).toMatchObject(needed);
    expect((await counter.snapshot()).setup.selling.discountLimit).toBe(1_000);
  });

  it('for another price on a line', async () => {
    const counter = await staffed();
    const found = await counter.request('catalogue.lookUp', { code: '111' });
    if (!found.ok || found.value.kind !== 'product') throw new Error('there is no alfajor');
    const { id, name, price } = found.value.product;
    const draft = aDraft(100);
    const [line] = draft.lines;
    if (!line) throw new Error('there is no line');
    const cheaper: Draft = {
      ...draft,
      lines: [
        {
          kind: 'product',
          id: line.id,
          productId: id,
          name,
          unitPrice: minor(price - 20_000),
          listPrice: price,
          unit: 'unit',
          quantity: line.quantity,
        },
      ],
    };
    expect(await start(counter, cheaper)).toMatchObject(needed);
    expect(await start(counter, cheaper, byLuis)).toMatchObject({ ok: true });
    expect(await log(counter)).toContainEqual(
      expect.objectContaining({ act: 'priceOverridden', by: 'Ana', approvedBy: 'Luis' }),
    );
  });
});
