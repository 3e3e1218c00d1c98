import { describe, expect, it } from 'vitest';
import { noProgress, type CheckoutState } from '../../../shared/checkout/state';
import { customerViewOf } from '../../../shared/customer-view';
import { minor } from '../../../shared/money';
import { units } from '../../../shared/quantity';
import type { Draft } from '../../../shared/sale';
import { anAttempt, AT } from '../../support/builders';
import { aSnapshot, inDoubt, paid } from '../renderer/builders';

const qr = 'data:image/png;base64,AAAA';
const draftOf = (count: number): Draft => ({
  saleId: crypto.randomUUID(),
  lines: Array.from({ length: count }, (_, index) => ({
    kind: 'free',
    id: String(index),
    name: `Renglón ${index}`,
    unitPrice: minor(100),
    unit: 'unit',
    quantity: units(2),
  })),
});
const sceneOf = (state: CheckoutState) =>
  customerViewOf(aSnapshot({ checkout: { state, trouble: null, polling: false } }), draftOf(3), qr).scene;
const attempt = anAttempt();
const { total } = attempt.sale;

describe('what the customer sees', () => {
  it('is a greeting while nothing is being sold', () => {
    expect(customerViewOf(aSnapshot(), null, qr).scene).toEqual({ kind: 'welcome' });
    expect(customerViewOf(aSnapshot(), draftOf(0), qr).scene).toEqual({ kind: 'welcome' });
  });

  it('is the newest lines of the sale, how many are above them, and the whole total', () => {
    const { scene } = customerViewOf(aSnapshot(), draftOf(40), qr);
    expect(scene).toMatchObject({ kind: 'sale', above: 34, total: 8000 });
    expect(scene.kind === 'sale' && scene.lines.map(({ name }) => name)).toEqual(
      [34, 35, 36, 37, 38, 39].map((index) => `Renglón ${index}`),
    );
  });

  it('says what is taken off the whole sale, in the place of a line', () => {
    const draft: Draft = { ...draftOf(40), discount: { kind: 'amount', amount: minor(500) } };
    const { scene } = customerViewOf(aSnapshot(), draft, qr);
    expect(scene).toMatchObject({ kind: 'sale', above: 35, discount: 500, total: 7500 });
    expect(customerViewOf(aSnapshot(), draftOf(1), qr).scene).toMatchObject({ discount: 0 });
  });

  it('shows the QR only while there is something on it to pay', () => {
    expect(sceneOf({ kind: 'creatingOrder', attempt })).toEqual({
      kind: 'charge',
      status: 'preparing',
      total,
      qr: null,
    });
    expect(sceneOf({ kind: 'awaitingPayment', attempt, progress: noProgress })).toMatchObject({ status: 'scan', qr });
    expect(sceneOf({ kind: 'verifying', attempt, progress: noProgress, hint: 'relay' })).toMatchObject({ qr });
    expect(
      sceneOf({ kind: 'cancelling', attempt, progress: noProgress, why: 'cashier', withdrawnAt: null }),
    ).toMatchObject({ status: 'checking', qr: null });
  });

  it('says that a payment was refused, with the QR still there', () => {
    const progress = { ...noProgress, rejections: 1 };
    expect(sceneOf({ kind: 'awaitingPayment', attempt, progress })).toMatchObject({ status: 'rejected', qr });
  });

  it('says paid only when the charge is paid', () => {
    const kinds = (state: CheckoutState) => sceneOf(state).kind;
    expect(kinds({ kind: 'cancelled', attempt, at: AT })).toBe('notCharged');
    expect(kinds({ kind: 'expired', attempt, at: AT })).toBe('notCharged');
    expect(kinds({ kind: 'rejected', attempt, code: 'registerNotFound' })).toBe('notCharged');
    expect(kinds(inDoubt('paidShort'))).toBe('askAtTheCounter');
    expect(kinds(paid())).toBe('paid');
  });
});
