import { beforeAll, expect, it } from 'vitest';
import type { Rhythm } from '../../electron/checkout/rhythm';
import { buildRelay } from '../integration/relay/a-process';
import { POS } from '../support/faults/a-counter';
import { isDeaf, isHeard, openCounterWithMortalRelay, openHeardCounter } from '../support/faults/a-heard-counter';
import { describeFault } from './describe-fault';

beforeAll(buildRelay, 60_000);

/** Asks by itself as soon as it knows that the relay is away, and never because it was merely quiet. */
const onlyWhenAlone: Partial<Rhythm> = { patienceMs: 600_000, pollMs: 60 };

type HeardCounter = Awaited<ReturnType<typeof openHeardCounter>>;

describeFault('Q18', () => {
  /** The wait of one sale, with something that happens at its n-th moment. @returns the sale. */
  async function waitWith(
    { counter, control }: HeardCounter,
    moment: number,
    deed: () => void | Promise<void>,
  ): Promise<string> {
    const at = async (now: number) => {
      if (now === moment) await deed();
    };
    await at(0);
    const id = await counter.chargeAmounts(15_000);
    await at(1);
    await counter.reaches(id, 'awaitingPayment');
    await at(2);
    const scan = control.scanOrder(POS);
    await at(3);
    control.pay(scan, { outcome: 'rejected' });
    await at(4);
    control.pay(scan);
    await at(5);
    await control.notifications.settled();
    await at(6);
    return id;
  }

  const moments = [0, 1, 2, 3, 4, 5, 6];

  it.each(moments)('moment %i: the line drops, and what was missed is heard when it is back', async (moment) => {
    const shop = await openHeardCounter();
    const id = await waitWith(shop, moment, shop.line.cut);
    shop.line.mend();
    await shop.counter.reaches(id, 'paid', 20_000);
    expect(await shop.counter.tickets(1)).toHaveLength(1);
  });

  it.each(moments)('moment %i: the line drops for good, and the till asks by itself', async (moment) => {
    const shop = await openHeardCounter({ rhythm: onlyWhenAlone });
    const id = await waitWith(shop, moment, shop.line.cut);
    await shop.counter.reaches(id, 'paid', 20_000);
    await isDeaf(shop.counter);
    expect(await shop.counter.tickets(1)).toHaveLength(1);
  });

  it.each(moments)('moment %i: the relay is killed and started again, and Mercado Pago tries again', async (moment) => {
    const shop = await openCounterWithMortalRelay();
    const id = await waitWith(shop, moment, shop.relay.kill);
    await shop.relay.start();
    await shop.control.flushRetries();
    await shop.counter.reaches(id, 'paid', 20_000);
    expect(await shop.counter.tickets(1)).toHaveLength(1);
  });

  it('again and again during one wait: connects each time, and is paid', async () => {
    const { line, counter, control } = await openHeardCounter();
    const id = await counter.waiting(15_000);
    for (let drop = 1; drop <= 3; drop++) {
      line.cut();
      await isDeaf(counter);
      line.mend();
      await isHeard(counter);
    }
    control.pay(control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    expect(line.connections()).toBeGreaterThanOrEqual(4);
  });
});
