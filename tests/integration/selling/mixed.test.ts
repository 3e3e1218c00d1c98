import { expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import { draftTotal, type Draft } from '../../../shared/sale';
import { aDraft } from '../../support/builders';
import { openCounter, POS } from '../../support/faults/a-counter';

it('a discounted sale that is paid in two ways charges by QR exactly what the cash leaves of it', async () => {
  const counter = await openCounter();
  // Thirds that do not come out even: 9.999,99 less 7,33 %.
  const draft: Draft = { ...aDraft(333_333, 333_333, 333_333), discount: { kind: 'percent', hundredths: 733 } };
  const total = draftTotal(draft);
  expect(total).toBe(926_699);
  const cash = minor(400_000);
  const reply = await counter.request('checkout.start', { draft, expectedTotal: total, cash });
  if (!reply.ok) throw new Error(reply.error.code);
  const { checkoutId } = reply.value;
  await counter.reaches(checkoutId, 'awaitingPayment');

  const [order] = counter.control.orders();
  expect(order?.amount).toBe(5266.99);
  expect(order?.items.reduce((sum, item) => sum + Math.round(item.amount * 100), 0)).toBe(total - cash);

  counter.control.pay(counter.control.scanOrder(POS));
  await counter.reaches(checkoutId, 'paid');
  const [ticket = ''] = await counter.tickets(1);
  expect(ticket).toMatch(/Descuento[^\n]*733,00[\s\S]*TOTAL[^\n]*9\.266,99[\s\S]*4\.000,00[\s\S]*5\.266,99/);
});
