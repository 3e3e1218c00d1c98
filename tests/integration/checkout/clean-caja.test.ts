import { afterEach, describe, expect, it } from 'vitest';
import { reviewOf } from '../../../shared/checkout/review';
import type { PaymentGateway } from '../../../electron/checkout/payment-gateway';
import { POS, startDesk, type DeskOptions, type TestDesk } from '../../support/a-desk';
import { until } from '../../support/until';

let till: TestDesk;
afterEach(() => till.stop());

const start = async (options: DeskOptions = {}): Promise<void> => {
  till = await startDesk(options);
};

/** Counts calls, and answers some of them differently. */
function meddled(change: (gateway: PaymentGateway) => Partial<PaymentGateway>): NonNullable<DeskOptions['through']> {
  return (gateway) => ({ ...gateway, ...change(gateway) });
}

describe('a charge that a person must look at', () => {
  it('leaves no order on the caja, and is still paid by a correct payment that nobody announces', async () => {
    await start();
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const second = till.control.scanOrder(POS);
    const first = till.control.scanOrder(POS);
    till.control.refund(till.control.pay(first, { amount: 10 }));
    expect(await till.reaches(id, 'needsAttention')).toMatchObject({ reason: 'refunded' });
    await until('the caja to be free', () => till.control.orderOn(POS) === null);
    till.control.pay(second);
    await till.reaches(id, 'paid');
  });

  it('is looked at again after a restart', async () => {
    await start({ rhythm: { afterlooksMs: [] } });
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const second = till.control.scanOrder(POS);
    till.control.refund(till.control.pay(till.control.scanOrder(POS), { amount: 10 }));
    await till.reaches(id, 'needsAttention');
    till.control.pay(second);
    till.restart();
    await till.reaches(id, 'paid');
  });
});

describe('a charge that was given up during a payment', () => {
  it('is still looked at after that payment failed, since the customer may try again', async () => {
    await start();
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    const payment = till.control.pay(scan, { outcome: 'in_process' });
    await till.desk.cancel(id);
    await until('the order to be off the caja', () => {
      const state = till.checkouts.find(id);
      return state?.kind === 'cancelling' && state.withdrawnAt !== null;
    });
    till.control.settlePending(payment, 'rejected');
    await till.reaches(id, 'cancelled');
    till.control.pay(scan);
    expect(await till.reaches(id, 'needsAttention')).toMatchObject({ reason: 'paidAfterCancel' });
  });

  it('is paid when the order went by a payment that the search does not show yet', async () => {
    let lagging = true;
    await start({
      rhythm: { pollMs: 60_000, indexLagMs: 5_000 },
      through: meddled((gateway) => ({
        searchMerchantOrders: (reference) =>
          lagging ? Promise.resolve({ ok: true, value: [] }) : gateway.searchMerchantOrders(reference),
      })),
    });
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.control.pay(till.control.scanOrder(POS));
    till.control.requests.clear();
    await till.desk.cancel(id);
    const looks = () => till.control.requests.list().filter(({ method }) => method === 'GET').length;
    await until('some looks at the caja', () => looks() >= 2);
    expect(till.checkouts.find(id)?.kind).toBe('cancelling');
    lagging = false;
    await till.reaches(id, 'paid');
  });

  it('ends although its caja is no more, once the order has expired', async () => {
    let gone = false;
    await start({
      rhythm: { expiryGraceMs: -59_500 },
      through: meddled((gateway) => ({
        findPendingOrder: async (register) =>
          gone
            ? {
                ok: false,
                error: { code: 'registerNotFound', outcomeKnown: true, retryAfterMs: null, detail: 'no such caja' },
              }
            : gateway.findPendingOrder(register),
      })),
    });
    till.settings.update({ charge: { ...till.settings.read().charge, expiresInMinutes: 1 } });
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    gone = true;
    await till.reaches(id, 'cancelling');
    await until('the trouble to show', () => till.desk.current()?.trouble?.code === 'registerNotFound');
    till.control.clock.advance(3 * 60_000);
    await till.reaches(id, 'expired');
  });
});

describe('a removal that Mercado Pago confirms and does not show', () => {
  it('is not asked for in a hot loop', async () => {
    let deletions = 0;
    await start({
      rhythm: { retryMs: 100 },
      through: meddled(() => ({
        deleteOrder: () => {
          deletions++;
          return Promise.resolve({ ok: true, value: undefined });
        },
      })),
    });
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    await till.desk.cancel(id);
    const begun = Date.now();
    await until('half a second to pass', () => Date.now() - begun > 500);
    expect(deletions).toBeGreaterThan(1);
    expect(deletions).toBeLessThan(8);
  });
});

describe('a paid sale', () => {
  it('leaves no second order of its own on the caja when the first was made by a lost request', async () => {
    let lagging = true;
    await start({
      through: meddled((gateway) => ({
        putOrder: async (attempt, terms) => {
          const put = await gateway.putOrder(attempt, terms);
          if (!lagging) return put;
          // The customer is faster than our look, and the search slower than both.
          till.control.pay(till.control.scanOrder(POS));
          return {
            ok: false,
            error: { code: 'timeout', outcomeKnown: false, retryAfterMs: null, detail: 'no answer in time' },
          };
        },
        searchMerchantOrders: async (reference) => {
          if (!lagging) return gateway.searchMerchantOrders(reference);
          lagging = false;
          return { ok: true, value: [] };
        },
      })),
    });
    const id = till.charge(10_000);
    await till.reaches(id, 'paid');
    await until('the caja to be free', () => till.control.orders().length === 2 && till.control.orderOn(POS) === null);
    expect(till.checkouts.find(id)).toMatchObject({ kind: 'paid', ledger: { payments: [{ amount: 10_000 }] } });
  });

  it('shows that it was paid twice although nobody announces the second payment', async () => {
    await start();
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const second = till.control.scanOrder(POS);
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(id, 'paid');
    till.control.pay(second);
    await until('the surplus to show', () => {
      const state = till.checkouts.find(id);
      return state !== null && reviewOf(state)?.amount === 10_000;
    });
    expect(till.printJobs.waiting()).toHaveLength(1);
  });
});

describe('an order that was refused', () => {
  it('is taken down when an earlier request with a lost answer arrives after all', async () => {
    let put = 0;
    await start({
      through: meddled((gateway) => ({
        putOrder: async (attempt, terms) => {
          if (++put > 1) {
            // The lost request arrives now.
            await gateway.putOrder(attempt, terms);
            return {
              ok: false,
              error: { code: 'orderInvalid', outcomeKnown: true, retryAfterMs: null, detail: 'refused' },
            };
          }
          return {
            ok: false,
            error: { code: 'timeout', outcomeKnown: false, retryAfterMs: null, detail: 'no answer in time' },
          };
        },
      })),
    });
    const id = till.charge(10_000);
    await till.reaches(id, 'rejected');
    await until('the caja to be free', () => till.control.orders().length > 0 && till.control.orderOn(POS) === null);
  });
});
