import { draftTotal, type Draft } from '../../../shared/sale';
import { POS, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';

/** What is done at a counter during a day. Everything resolves once it is on disk. */
export function aDayAt(counter: Counter) {
  const decision = { by: 'Ana', note: 'Vino abierto' };
  const pay = async (draft: Draft, cash: number | null): Promise<{ checkoutId: string; paymentId: string }> => {
    const wish = { draft, expectedTotal: draftTotal(draft), cash };
    const started = await counter.request('checkout.start', wish);
    if (!started.ok) throw new Error(started.error.code);
    const { checkoutId } = started.value;
    await counter.reaches(checkoutId, 'awaitingPayment');
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(checkoutId, 'paid');
    await counter.finish(checkoutId);
    return { checkoutId, paymentId: String(payment.id) };
  };
  return {
    byQr: (draft: Draft) => pay(draft, null),
    byBoth: (draft: Draft, cash: number) => pay(draft, cash),
    inCash: async (draft: Draft, rounded: number = draftTotal(draft)): Promise<void> => {
      const wish = { draft, expectedTotal: draftTotal(draft), expectedDue: rounded, received: rounded };
      const paid = await counter.request('cash.pay', wish);
      if (!paid.ok) throw new Error(paid.error.code);
      await counter.request('cash.finish', { saleId: draft.saleId });
    },
    givenUp: async (draft: Draft): Promise<string> => {
      const wish = { draft, expectedTotal: draftTotal(draft), cash: null };
      const started = await counter.request('checkout.start', wish);
      if (!started.ok) throw new Error(started.error.code);
      const { checkoutId } = started.value;
      await counter.reaches(checkoutId, 'awaitingPayment');
      await counter.request('checkout.cancel', { checkoutId });
      await counter.reaches(checkoutId, 'cancelled');
      await counter.finish(checkoutId);
      return checkoutId;
    },
    cashBack: async (draft: Draft, amount: number, lines: readonly number[] = []): Promise<void> => {
      const refundId = crypto.randomUUID();
      const wish = { refundId, saleId: draft.saleId, amount, lines: [...lines], ...decision };
      const reply = await counter.request('cash.refund', wish);
      if (!reply.ok) throw new Error(reply.error.code);
    },
    qrBack: async (
      sale: { checkoutId: string; paymentId: string },
      amount: number,
      lines: readonly number[] = [],
    ): Promise<void> => {
      const refundId = crypto.randomUUID();
      const reply = await counter.request('refund.request', {
        refundId,
        ...sale,
        amount,
        lines: [...lines],
        ...decision,
      });
      if (!reply.ok) throw new Error(reply.error.code);
      await until('the refund in the ledger of its charge', () => {
        const state = counter.stored(sale.checkoutId);
        return state && 'ledger' in state && state.ledger.refunds.some((refund) => refund.refundId === refundId);
      });
    },
  };
}
