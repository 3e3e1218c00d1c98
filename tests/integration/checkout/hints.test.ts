import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDesk, type TestDesk } from '../../support/a-desk';
import { POS } from '../../support/a-desk';
import { until } from '../../support/until';

let till: TestDesk;
beforeEach(async () => {
  till = await startDesk({ rhythm: { afterlooksMs: [] } });
});
afterEach(() => till.stop());

/** A sale that was cancelled and then paid all the same. @returns the payment's merchant order. */
async function aLatePayment(): Promise<{ id: string; merchantOrderId: string }> {
  const id = till.charge(10_000);
  await till.reaches(id, 'awaitingPayment');
  const scan = till.control.scanOrder(POS);
  await till.desk.cancel(id);
  await till.reaches(id, 'cancelled');
  till.desk.finish(id);
  till.control.pay(scan);
  return { id, merchantOrderId: String(scan.merchantOrderId) };
}

describe('a hint about a sale that is over', () => {
  it('counts as looked at only when what was found is on disk', async () => {
    const { id, merchantOrderId } = await aLatePayment();
    await till.desk.hinted(merchantOrderId);
    expect(till.checkouts.find(id)).toMatchObject({ kind: 'needsAttention', reason: 'paidAfterCancel' });
  });

  it('counts as looked at only when what was found is on disk, also during the next charge', async () => {
    const { id, merchantOrderId } = await aLatePayment();
    const next = till.charge(20_000);
    await till.reaches(next, 'awaitingPayment');
    await till.desk.hinted(merchantOrderId);
    expect(till.checkouts.find(id)).toMatchObject({ kind: 'needsAttention', reason: 'paidAfterCancel' });
  });

  it('is kept for later while the sale can not be looked up', async () => {
    const { id, merchantOrderId } = await aLatePayment();
    const clear = till.control.faults.add({ match: { path: 'search' }, fault: { kind: 'status', status: 500 } });
    await expect(till.desk.hinted(merchantOrderId)).rejects.toThrow();
    clear();
    await till.desk.hinted(merchantOrderId);
    expect(till.checkouts.find(id)?.kind).toBe('needsAttention');
  });

  it('is kept for later while the disk takes nothing', async () => {
    const { id, merchantOrderId } = await aLatePayment();
    till.setDiskBroken(true);
    await expect(till.desk.hinted(merchantOrderId)).rejects.toThrow();
    till.setDiskBroken(false);
    await till.desk.hinted(merchantOrderId);
    expect(till.checkouts.find(id)?.kind).toBe('needsAttention');
  });

  it('is asked again a few times when its order is not to be seen yet', async () => {
    const { id, merchantOrderId } = await aLatePayment();
    const unseen = { path: `/merchant_orders/${merchantOrderId}$`, times: 1 };
    till.control.faults.add({ match: unseen, fault: { kind: 'status', status: 404 } });
    await expect(till.desk.hinted(merchantOrderId)).rejects.toThrow();
    await till.desk.hinted(merchantOrderId);
    expect(till.checkouts.find(id)?.kind).toBe('needsAttention');
  });

  it('is forgotten when nobody knows its order', async () => {
    const looks = Array.from({ length: 10 }, () => () => till.desk.hinted('4040404040'));
    const ends: string[] = [];
    for (const look of looks)
      ends.push(
        await look().then(
          () => 'forgotten',
          () => 'kept',
        ),
      );
    expect(ends[0]).toBe('kept');
    expect(ends).toContain('forgotten');
  });

  it('is kept for later while no account is connected', async () => {
    const { merchantOrderId } = await aLatePayment();
    till.setConnected(false);
    await expect(till.desk.hinted(merchantOrderId)).rejects.toThrow();
    await expect(till.desk.hinted(null)).resolves.toBeUndefined();
  });
});

describe('a hint about the charge that is open', () => {
  it('is kept for later when its step can not be stored', async () => {
    till.setRelayConnected(true);
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    till.control.pay(scan);
    till.setDiskBroken(true);
    await expect(till.desk.hinted(String(scan.merchantOrderId))).rejects.toThrow();
    expect(till.desk.current()?.trouble?.code).toBe('diskProblem');
    till.setDiskBroken(false);
    await till.desk.hinted(String(scan.merchantOrderId));
    expect(till.checkouts.find(id)?.kind).toBe('paid');
  });
});

describe('what the named order says', () => {
  it('is not overruled by a search that lags behind', async () => {
    const lagging = await startDesk({
      rhythm: { afterlooksMs: [], pollMs: 60_000 },
      through: (gateway) => ({
        ...gateway,
        searchMerchantOrders: async (reference) => {
          const found = await gateway.searchMerchantOrders(reference);
          return found.ok ? { ok: true, value: found.value.map((order) => ({ ...order, payments: [] })) } : found;
        },
      }),
    });
    try {
      const id = lagging.charge(10_000);
      await lagging.reaches(id, 'awaitingPayment');
      const scan = lagging.control.scanOrder(POS);
      lagging.control.pay(scan, { outcome: 'in_process' });
      await lagging.desk.hinted(String(scan.merchantOrderId));
      await until('the payment in process to show', () => {
        const state = lagging.checkouts.find(id);
        return state?.kind === 'awaitingPayment' && state.progress.inProcess;
      });
    } finally {
      await lagging.stop();
    }
  });
});
