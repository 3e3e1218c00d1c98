import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begin } from '../../../shared/checkout/machine';
import { minor } from '../../../shared/money';
import { draftTotal } from '../../../shared/sale';
import { POS, startDesk, type TestDesk } from '../../support/a-desk';
import { aDraft, anAttempt } from '../../support/builders';
import { until } from '../../support/until';

const A_DAY = 24 * 3_600_000;

let till: TestDesk;
beforeEach(async () => {
  till = await startDesk();
});
afterEach(() => till.stop());

async function aPaidSale(): Promise<{ id: string; jobId: string }> {
  const id = till.charge(10_000);
  await till.reaches(id, 'awaitingPayment');
  till.control.pay(till.control.scanOrder(POS));
  const { ticket } = await till.reaches(id, 'paid');
  return { id, jobId: ticket.jobId };
}

const fateOf = (id: string) => {
  const state = till.checkouts.find(id);
  return state?.kind === 'paid' ? state.ticket : null;
};

describe('the ticket of a paid sale', () => {
  it('is known to be printed although the power went between its job and its sale', async () => {
    const { id, jobId } = await aPaidSale();
    till.printJobs.markSending(jobId);
    till.printJobs.markEnded(jobId, { kind: 'printed', confirmed: true });
    till.restart();
    await until('the fate to be known', () => fateOf(id)?.status === 'printed');
    await till.desk.reprint(id, 'Ana');
    expect(fateOf(id)).toMatchObject({ status: 'queued', copy: 1 });
  });

  it('can be printed again when the sale was put away before its fate was known', async () => {
    const { id, jobId } = await aPaidSale();
    till.desk.finish(id);
    till.printJobs.markSending(jobId);
    till.printJobs.markEnded(jobId, { kind: 'unconfirmed', trouble: 'unplugged', bytesSent: 10 });
    till.restart();
    await till.desk.reprint(id, 'Ana');
    expect(fateOf(id)).toMatchObject({ status: 'queued', copy: 1 });
  });

  it('has its fate stored as soon as the disk takes it', async () => {
    const { id, jobId } = await aPaidSale();
    till.setDiskBroken(true);
    till.desk.printJobChanged(till.printJobs.markSending(jobId));
    till.desk.printJobChanged(till.printJobs.markEnded(jobId, { kind: 'printed', confirmed: true }));
    await until('the trouble to show', () => till.desk.current()?.trouble?.code === 'diskProblem');
    till.setDiskBroken(false);
    await until('the fate to be known', () => fateOf(id)?.status === 'printed');
  });
});

describe('a sale with money that a person must look at', () => {
  it('is not charged again', async () => {
    const draft = aDraft(10_000);
    const started = till.desk.start(draft, draftTotal(draft));
    const id = started.ok ? started.value.checkoutId : '';
    await till.reaches(id, 'awaitingPayment');
    const scan = till.control.scanOrder(POS);
    await till.desk.cancel(id);
    await till.reaches(id, 'cancelled');
    till.control.pay(scan);
    await till.reaches(id, 'needsAttention');
    till.desk.finish(id);
    expect(till.desk.start(draft, minor(10_000))).toMatchObject({ error: { code: 'saleAlreadyPaid' } });
  });
});

describe('two charges that nobody put away', () => {
  it('show the one that is open, whatever the clock said when they began', async () => {
    const open = till.charge(10_000);
    const { attempt } = await till.reaches(open, 'awaitingPayment');
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const other = anAttempt({ createdAt: later, reference: `${attempt.reference}X`, checkoutId: crypto.randomUUID() });
    const { state } = begin(other);
    const over = { kind: 'cancelled', attempt: other, at: later } as const;
    till.checkouts.commit({ at: later, event: { kind: 'begun' }, from: null, to: state, printJob: null });
    till.checkouts.commit({ at: later, event: { kind: 'cancelRequested' }, from: state, to: over, printJob: null });
    till.restart();
    expect(till.desk.current()?.state.attempt.checkoutId).toBe(open);
    expect(till.desk.interrupted()).toHaveLength(2);
    for (const { checkoutId } of till.desk.interrupted())
      expect(till.desk.acknowledge(checkoutId)).toMatchObject({ ok: true });
    expect(till.desk.interrupted()).toEqual([]);
    expect(till.checkouts.unfinished().map(({ attempt: { checkoutId } }) => checkoutId)).toEqual([open]);
  });
});

describe('a clock that is moved', () => {
  it('back by a day does not keep the till from asking', async () => {
    till.setRelayConnected(true);
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.moveClock(-A_DAY);
    till.control.pay(till.control.scanOrder(POS));
    await till.reaches(id, 'paid');
  });

  it('back by months before a restart ends no charge at once', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.moveClock(-90 * A_DAY);
    till.control.requests.clear();
    till.restart();
    const looks = () => till.control.requests.list().filter(({ path }) => path.includes('merchant_orders')).length;
    await until('some looks', () => looks() >= 4);
    expect(till.checkouts.find(id)?.kind).toBe('awaitingPayment');
  });

  it('on by an hour of sleep ends a charge that expired meanwhile', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    till.moveClock(3_600_000);
    till.control.clock.advance(3_600_000);
    till.desk.looseEnds();
    await till.reaches(id, 'expired');
  });
});

describe('an expiry', () => {
  it('comes again when the disk did not take it', async () => {
    const early = await startDesk({ rhythm: { expiryGraceMs: -59_700 } });
    try {
      early.settings.update({ charge: { ...early.settings.read().charge, expiresInMinutes: 1 } });
      const id = early.charge(10_000);
      await early.reaches(id, 'awaitingPayment');
      early.setDiskBroken(true);
      await until('the trouble to show', () => early.log.includes('checkout.commitFailed'));
      early.setDiskBroken(false);
      await early.reaches(id, 'expired');
    } finally {
      await early.stop();
    }
  });
});

describe('an account that is not connected when the till starts', () => {
  it('leaves a charge where it is until there is one', async () => {
    const id = till.charge(10_000);
    await till.reaches(id, 'awaitingPayment');
    await till.desk.cancel(id);
    till.setConnected(false);
    till.restart();
    const before = till.checkouts.find(id)?.kind;
    if (before === 'cancelling')
      await until('the trouble', () => till.desk.current()?.trouble?.code === 'notConfigured');
    till.setConnected(true);
    await till.reaches(id, 'cancelled');
    expect(till.control.orderOn(POS)).toBeNull();
  });
});
