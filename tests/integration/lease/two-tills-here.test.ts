import { expect, it } from 'vitest';
import { draftTotal } from '../../../shared/sale';
import { openCounter, POS } from '../../support/faults/a-counter';
import { aDraft } from '../../support/builders';

it('two tills on one computer that were set up for one caja, without a relay: only one of them charges', async () => {
  const first = await openCounter();
  const second = await openCounter({ addressed: () => first.simulator.url });
  const draft = aDraft(15_000);
  const charge = () => second.request('checkout.start', { draft, expectedTotal: draftTotal(draft) });

  expect(await charge()).toEqual({ ok: false, error: { code: 'registerOpenTwice' } });
  expect(first.control.orderOn(POS)).toBeNull();
  const id = await first.waiting(20_000);
  expect(await charge()).toEqual({ ok: false, error: { code: 'registerOpenTwice' } });
  first.control.pay(first.control.scanOrder(POS));
  await first.reaches(id, 'paid');

  await first.end();
  expect(await charge()).toMatchObject({ ok: true });
});
