import { expect, it, onTestFinished } from 'vitest';
import { mayBeginCharge } from '../../../shared/lease';
import { draftTotal } from '../../../shared/sale';
import { POS, startDesk } from '../../support/a-desk';
import { aDraft } from '../../support/builders';
import { until } from '../../support/until';
import { aRelay } from '../relay/a-relay';
import { aComputer } from './a-computer';

it('a till whose caja is taken over during a charge sees that charge paid, and begins no other', async () => {
  const relay = await aRelay();
  const caja = { url: relay.url, token: relay.pairings.mint(POS).token };
  const here = aComputer('MOSTRADOR', caja);
  await until('the caja is here', () => here.state() === 'held');
  const till = await startDesk({ refusal: () => (mayBeginCharge(here.lease.status()) ? null : 'registerInUse') });
  onTestFinished(() => till.stop());

  const id = till.charge(150_000);
  await till.reaches(id, 'awaitingPayment');
  const there = aComputer('DEPOSITO', caja);
  await until('the other computer waits', () => there.state() === 'elsewhere');
  await there.lease.takeOver();
  await until('this one was told', () => here.state() === 'elsewhere');

  till.control.pay(till.control.scanOrder(POS));
  expect(await till.reaches(id, 'paid')).toMatchObject({ settlement: { received: 150_000 } });

  expect(till.desk.finish(id).ok).toBe(true);
  const draft = aDraft(10_000);
  const begin = () => till.desk.start(draft, draftTotal(draft));
  expect(begin()).toEqual({ ok: false, error: { code: 'registerInUse' } });
  await here.lease.takeOver();
  expect(here.state()).toBe('held');
  expect(begin()).toMatchObject({ ok: true });
});
