import { beforeAll, expect, it } from 'vitest';
import { checkoutStateSchema, type CheckoutKind } from '../../shared/checkout/state';
import { POS } from '../support/faults/a-counter';
import { buildTillProgram, openMortalCounter, type MortalCounter } from '../support/faults/a-mortal-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

beforeAll(buildTillProgram, 60_000);

interface Scenario {
  /** Brings a sale into the state. @returns the sale. */
  readonly reach: (counter: MortalCounter) => Promise<string>;
  /** What happens while the till is off. */
  readonly meanwhile: (counter: MortalCounter) => void;
  /** How the sale ends after the next start. */
  readonly ends: CheckoutKind;
  readonly tickets: number;
}

const putOrder = { method: 'PUT', path: '/orders$' } as const;

async function waiting(counter: MortalCounter): Promise<string> {
  const id = await counter.charge(15_000);
  await counter.reaches(id, 'awaitingPayment');
  return id;
}

/** The phone on which the pay screen of the one order is open. */
const phone = ({ control }: MortalCounter) => {
  const scan = control.scans().at(-1);
  if (!scan) throw new Error('nobody scanned');
  return scan;
};

const pays = (counter: MortalCounter): void => {
  counter.control.faults.clear();
  counter.control.pay(counter.control.scan(POS).kind === 'payScreen' ? counter.control.scanOrder(POS) : phone(counter));
};

const scenarios: Readonly<Record<CheckoutKind, Scenario>> = {
  creatingOrder: {
    reach: async (counter) => {
      counter.control.faults.add({ match: { ...putOrder, times: 1 }, fault: { kind: 'neverAnswer', handled: true } });
      const id = await counter.charge(15_000);
      await until('the order to be there', () => counter.control.orderOn(POS));
      return id;
    },
    meanwhile: pays,
    ends: 'paid',
    tickets: 1,
  },
  awaitingPayment: { reach: waiting, meanwhile: pays, ends: 'paid', tickets: 1 },
  verifying: {
    reach: async (counter) => {
      const id = await waiting(counter);
      counter.control.faults.add({ match: { path: 'merchant_orders' }, fault: { kind: 'neverAnswer' } });
      void counter.request('checkout.verify', { checkoutId: id });
      return id;
    },
    meanwhile: pays,
    ends: 'paid',
    tickets: 1,
  },
  cancelling: {
    reach: async (counter) => {
      const id = await waiting(counter);
      counter.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop' } });
      await counter.request('checkout.cancel', { checkoutId: id });
      return id;
    },
    meanwhile: pays,
    ends: 'paid',
    tickets: 1,
  },
  paid: {
    reach: async (counter) => {
      const id = await waiting(counter);
      counter.printer.faults.paperOut = true;
      counter.control.pay(counter.control.scanOrder(POS));
      return id;
    },
    meanwhile: ({ printer }) => {
      printer.faults.paperOut = false;
    },
    ends: 'paid',
    tickets: 1,
  },
  cancelled: {
    reach: async (counter) => {
      const id = await waiting(counter);
      counter.control.scanOrder(POS);
      await counter.request('checkout.cancel', { checkoutId: id });
      return id;
    },
    meanwhile: pays,
    ends: 'needsAttention',
    tickets: 0,
  },
  expired: {
    reach: async (counter) => {
      await counter.kill();
      await counter.start({ expiryGraceMs: -59_000 });
      const id = await waiting(counter);
      counter.control.scanOrder(POS);
      return id;
    },
    meanwhile: pays,
    ends: 'needsAttention',
    tickets: 0,
  },
  rejected: {
    reach: (counter) => {
      counter.control.faults.add({ match: putOrder, fault: { kind: 'status', status: 400, error: 'invalid_title' } });
      return counter.charge(15_000);
    },
    meanwhile: ({ control }) => control.faults.clear(),
    ends: 'rejected',
    tickets: 0,
  },
  needsAttention: {
    reach: async (counter) => {
      const id = await waiting(counter);
      const wrong = counter.control.scanOrder(POS);
      counter.control.scanOrder(POS);
      counter.control.show(Number(wrong.merchantOrderId), { collector: { id: 1 }, status: 'closed' });
      return id;
    },
    meanwhile: pays,
    ends: 'paid',
    tickets: 1,
  },
  reviewed: {
    reach: async (counter) => {
      const id = await waiting(counter);
      const wrong = counter.control.scanOrder(POS);
      counter.control.show(Number(wrong.merchantOrderId), { collector: { id: 1 }, status: 'closed' });
      await counter.reaches(id, 'needsAttention');
      await counter.request('review.dismiss', { checkoutId: id, by: 'Ana', note: 'era una prueba' });
      return id;
    },
    meanwhile: () => undefined,
    ends: 'reviewed',
    tickets: 0,
  },
};

const kinds = checkoutStateSchema.options.map(({ shape }) => shape.kind.value);

describeFault('Q17', () => {
  it.each(kinds)('%s', async (kind) => {
    const counter = await openMortalCounter();
    const { reach, meanwhile, ends, tickets } = scenarios[kind];
    const id = await reach(counter);
    await counter.reaches(id, kind);
    await counter.kill();
    expect(counter.stored(id)?.kind).toBe(kind);
    meanwhile(counter);
    await counter.start();
    await counter.reaches(id, ends);
    await until('the caja to be free', () => counter.control.orderOn(POS) === null);
    await until('the tickets', () => counter.printer.papers().length >= tickets);
    expect(counter.control.orders()).toHaveLength(kind === 'rejected' ? 0 : 1);

    // The next customer is served as if nothing had been.
    const next = await counter.charge(7_700);
    await counter.reaches(next, 'awaitingPayment');
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(next, 'paid');
    await until('the next ticket', () => counter.printer.papers().length > tickets);
    expect(counter.printer.papers()).toHaveLength(tickets + 1);
    expect(counter.printer.papers().at(-1)?.lines.join('\n')).toMatch(/TOTAL.*77,00/);
  });
});
