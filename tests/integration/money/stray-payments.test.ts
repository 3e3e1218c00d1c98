import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { LookBack } from '../../../electron/checkout/look-back';
import type { RegisterPayment } from '../../../electron/checkout/payment-gateway';
import { presentGateway } from '../../../electron/checkout/present-gateway';
import { StrayDesk } from '../../../electron/refunds/stray-desk';
import { createCheckoutStore } from '../../../electron/storage/checkout-store';
import { createLookBackStore } from '../../../electron/storage/look-back-store';
import { openDatabase } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createRefundStore } from '../../../electron/storage/refund-store';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import type { StrayPayment } from '../../../shared/checkout/stray-payment';
import { minor } from '../../../shared/money';
import type { RefundStateOf } from '../../../shared/refund/refund';
import { anAttempt, AT } from '../../support/builders';
import { quickRhythm } from '../../support/quick-rhythm';

const REGISTER = { id: '1', name: 'Caja 1', externalId: 'SUC001CAJA01', storeName: 'K', externalStoreId: 'SUC001' };

const stray: StrayPayment = {
  paymentId: '9001',
  reference: 'SUC001CAJA01T1XYZ01ABCDEF',
  amount: minor(15_000),
  givenBack: minor(0),
  approvedAt: AT,
  foundAt: AT,
  decision: null,
};
const decision = { by: 'Ana', note: 'Era de ayer', at: AT };

function openMoney() {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-stray-'));
  const now = () => new Date(AT);
  const db = openDatabase(join(folder, 'till.db'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const printJobs = createPrintJobStore(db, now);
  const store = createLookBackStore(db);
  const refunds = createRefundStore(db, printJobs);
  return {
    store,
    refunds,
    checkouts: createCheckoutStore(db, printJobs),
    settings: createSettingsStore(db, now),
    strays: new StrayDesk({
      store,
      refunds,
      storeDecided: (stray) => {
        store.putStray(stray);
      },
      publish: () => undefined,
    }),
  };
}

/** One of ours that Mercado Pago has approved, as it is on disk when the stray payment is told of it. */
function approve({ refunds }: ReturnType<typeof openMoney>, amount: number): RefundStateOf<'approved'>['refund'] {
  const state: RefundStateOf<'approved'> = {
    kind: 'approved',
    refund: {
      id: crypto.randomUUID(),
      checkoutId: null,
      saleNumber: null,
      saleTotal: null,
      soldAt: null,
      paymentId: stray.paymentId,
      reference: stray.reference,
      amount: minor(amount),
      whole: false,
      currency: 'ARS',
      decision,
    },
    refundId: String(amount),
    at: AT,
    booked: false,
    slip: { jobId: 'refund-1', copy: 0, status: 'queued', trouble: null, asked: null },
  };
  refunds.commit({ at: AT, event: { kind: 'begun' }, from: null, to: state, printJob: null });
  return state.refund;
}

it('a refund that is told twice, since the power went in between, went back once: the rest is still asked about', () => {
  const money = openMoney();
  money.store.putStray(stray);
  const refund = approve(money, 8_000);
  money.strays.bookRefund(refund);
  money.strays.bookRefund(refund);
  expect(money.strays.open()).toMatchObject([{ givenBack: 8_000, decision: null }]);
});

it('a refund that the look-back saw before it was told went back once', () => {
  const money = openMoney();
  money.store.putStray({ ...stray, givenBack: minor(8_000) });
  money.strays.bookRefund(approve(money, 8_000));
  expect(money.strays.open()).toMatchObject([{ givenBack: 8_000, decision: null }]);
  money.strays.bookRefund(approve(money, 7_000));
  expect(money.strays.open()).toEqual([]);
  expect(money.strays.find(stray.paymentId)).toMatchObject({ givenBack: 15_000, decision: { how: 'refunded' } });
});

it('what a person decides while the look-back is still looking stays decided', async () => {
  const money = openMoney();
  money.settings.update({ account: { userId: '446566691', nickname: 'K', site: 'MLA' }, register: REGISTER });
  money.settings.update({ tillId: 'T1XYZ' });
  money.store.looked(REGISTER.id, new Date(Date.parse(AT) - 60_000), [stray]);
  const over = anAttempt({ reference: 'SUC001CAJA01T1XYZ02ABCDEF' });
  const to = { kind: 'cancelled', attempt: over, at: AT } as const;
  money.checkouts.commit({ at: AT, event: { kind: 'begun' }, from: null, to, printJob: null });

  const changed = (id: string, reference: string, givenBack: number): RegisterPayment => ({
    id,
    orderId: '5001',
    reference,
    status: 'approved',
    currency: 'ARS',
    amount: minor(15_000),
    givenBack: minor(givenBack),
    approvedAt: AT,
    commission: null,
    net: null,
  });
  const found = [changed(stray.paymentId, stray.reference, 1_000), changed('9002', over.reference, 0)];
  const lookBack = new LookBack({
    gateway: {
      ...presentGateway(() => null),
      searchPayments: ({ until }) =>
        Promise.resolve({ ok: true, value: until.getTime() === Date.parse(AT) ? found : [] }),
    },
    store: money.store,
    settings: () => money.settings.read(),
    findByReference: (reference) => money.checkouts.findByReference(reference),
    lookAgain: () => Promise.resolve(money.strays.decide(stray.paymentId, 7, decision).ok),
    publish: () => undefined,
    now: () => new Date(AT),
    rhythm: quickRhythm,
    log: () => undefined,
  });
  expect(await lookBack.look()).toBe(true);
  expect(money.strays.find(stray.paymentId)).toMatchObject({
    givenBack: 1_000,
    decision: { how: 'linked', ...decision },
  });
});
