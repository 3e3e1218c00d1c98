import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckoutEvent } from '../../../shared/checkout/event';
import { begin, resume, transition } from '../../../shared/checkout/machine';
import { reviewOf } from '../../../shared/checkout/review';
import { checkoutStateSchema, type CheckoutState, type StateOf } from '../../../shared/checkout/state';
import type { Step } from '../../../shared/checkout/step';
import { minor } from '../../../shared/money';
import { anAttempt, anOrder, aPayment, AT, seen } from '../../support/builders';

const hint = (merchantOrderId: string | null = '5001'): CheckoutEvent => ({
  kind: 'paymentHinted',
  source: 'relay',
  merchantOrderId,
});
const sawPaid: CheckoutEvent = { kind: 'orderObserved', observation: seen(anOrder()) };
const sawNothing: CheckoutEvent = { kind: 'orderObserved', observation: seen() };
const sawRejected: CheckoutEvent = {
  kind: 'orderObserved',
  observation: seen(anOrder({ status: 'opened', payments: [aPayment({ status: 'rejected', statusDetail: 'other' })] })),
};
const sawInProcess: CheckoutEvent = {
  kind: 'orderObserved',
  observation: seen(anOrder({ status: 'opened', payments: [aPayment({ status: 'in_process' })] })),
};
const cancel: CheckoutEvent = { kind: 'cancelRequested' };
const expiry: CheckoutEvent = { kind: 'expiryReached' };
const created: CheckoutEvent = { kind: 'orderCreated' };
const withdrawn: CheckoutEvent = { kind: 'orderWithdrawn', observation: seen() };

const after = (...events: CheckoutEvent[]): Step =>
  events.reduce<Step>(({ state }, event) => transition(state, event), begin(anAttempt()));

/** The state that the events lead to, known to be of this kind. */
function reach<Kind extends CheckoutState['kind']>(kind: Kind, ...events: CheckoutEvent[]): StateOf<Kind> {
  const { state } = after(...events);
  expect(state.kind).toBe(kind);
  return state as StateOf<Kind>;
}

describe('a charge', () => {
  it('begins by asking for its order', () => {
    expect(begin(anAttempt())).toMatchObject({ state: { kind: 'creatingOrder' }, effects: [{ kind: 'createOrder' }] });
  });

  it('waits for the customer once the order is on the caja', () => {
    expect(after(created)).toMatchObject({ state: { kind: 'awaitingPayment' }, effects: [{ kind: 'watchOrder' }] });
  });

  it('asks Mercado Pago at every hint, and believes none', () => {
    expect(after(created, hint())).toMatchObject({
      state: { kind: 'verifying' },
      effects: [{ kind: 'fetchOrder', merchantOrderId: '5001' }],
    });
    expect(after(created, hint(), sawNothing).state.kind).toBe('awaitingPayment');
  });

  it('prints the ticket once, when a look finds it paid', () => {
    const { state, effects } = after(created, hint(), sawPaid);
    expect(state).toMatchObject({ kind: 'paid', ticket: { copy: 0, status: 'queued' } });
    expect(effects).toEqual([
      { kind: 'printTicket', jobId: `${anAttempt().checkoutId}-1`, copy: 0 },
      { kind: 'lookAfterwards' },
    ]);
    expect(after(created, hint(), sawPaid, sawPaid, hint(), sawPaid).effects).toEqual([]);
  });

  it('is paid even when the payment is seen before the answer to our order', () => {
    expect(after(hint(), sawPaid, created).state.kind).toBe('paid');
  });

  it('stays open after a rejected payment, and takes the next one', () => {
    expect(reach('awaitingPayment', created, sawRejected).progress).toMatchObject({
      rejections: 1,
      lastRejection: 'other',
    });
    expect(after(created, sawRejected, cancel).state.kind).toBe('cancelling');
    expect(after(created, sawRejected, sawPaid).state.kind).toBe('paid');
  });

  it('ends when Mercado Pago refuses the order', () => {
    expect(after({ kind: 'orderRefused', code: 'orderInvalid' }).state).toMatchObject({
      kind: 'rejected',
      code: 'orderInvalid',
    });
  });
});

describe('giving a charge up', () => {
  it('is not cancelled until Mercado Pago agrees', () => {
    expect(after(created, cancel)).toMatchObject({ state: { kind: 'cancelling' }, effects: [{ kind: 'cancelOrder' }] });
    expect(after(created, cancel, withdrawn).state.kind).toBe('cancelled');
  });

  it('can be asked while the order is still being made', () => {
    expect(after(cancel, withdrawn).state.kind).toBe('cancelled');
  });

  it('ends paid when the customer was faster', () => {
    expect(after(created, cancel, sawPaid).state.kind).toBe('paid');
    expect(after(created, cancel, { kind: 'orderWithdrawn', observation: seen(anOrder()) }).state.kind).toBe('paid');
  });

  it('is a question for a person when Mercado Pago will never say what became of it', () => {
    const unknown = after(created, cancel, { kind: 'orderUnverifiable', at: AT });
    expect(unknown).toMatchObject({ state: { kind: 'needsAttention', reason: 'notVerified' } });
    expect(transition(unknown.state, sawPaid).state).toMatchObject({
      kind: 'needsAttention',
      reason: 'paidAfterCancel',
    });
    expect(transition(unknown.state, sawNothing).state.kind).toBe('cancelled');
  });

  it('waits for a payment that had begun', () => {
    const inProcess: CheckoutEvent = {
      kind: 'orderWithdrawn',
      observation: seen(anOrder({ status: 'opened', payments: [aPayment({ status: 'in_process' })] })),
    };
    const waiting = after(created, cancel, inProcess);
    expect(waiting).toMatchObject({
      state: { kind: 'cancelling', withdrawnAt: AT },
      effects: [{ kind: 'watchOrder' }],
    });
    expect(transition(waiting.state, sawInProcess)).toEqual({ state: waiting.state, effects: [] });
    expect(transition(waiting.state, sawRejected).state.kind).toBe('cancelled');
    expect(transition(waiting.state, sawPaid).state.kind).toBe('paid');
  });

  it('looks after itself wherever it ends', () => {
    const partlyGivenBack = seen(anOrder({ status: 'opened', payments: [aPayment({ status: 'refunded' })] }));
    for (const end of [
      after(created, cancel, withdrawn),
      after(created, expiry, withdrawn),
      after({ kind: 'orderRefused', code: 'orderInvalid' }),
      after(created, { kind: 'orderObserved', observation: partlyGivenBack }),
      after(created, sawInProcess, cancel, { kind: 'orderWithdrawn', observation: seen() }),
    ]) {
      expect(end.effects).toContainEqual({ kind: 'lookAfterwards' });
      expect(resume(end.state)).toContainEqual({ kind: 'lookAfterwards' });
    }
  });

  describe('with a payment that stays in review', () => {
    const pending = anOrder({ status: 'opened', payments: [aPayment({ status: 'in_process' })] });
    const minutesLater = (minutes: number, order = pending): CheckoutEvent => ({
      kind: 'orderObserved',
      observation: { at: new Date(Date.parse(AT) + minutes * 60_000).toISOString(), orders: [order] },
    });
    const waiting = [created, cancel, { kind: 'orderWithdrawn', observation: seen(pending) }] as const;

    it('lets the till go on after a while, and shows it to a person', () => {
      expect(after(...waiting, minutesLater(1)).state.kind).toBe('cancelling');
      expect(after(...waiting, minutesLater(3)).state).toMatchObject({
        kind: 'needsAttention',
        reason: 'stillInProcess',
      });
    });

    it('never becomes a sale by itself when it is approved at last', () => {
      expect(after(...waiting, minutesLater(3), minutesLater(99, anOrder())).state).toMatchObject({
        kind: 'needsAttention',
        reason: 'paidAfterCancel',
      });
    });

    it('is cancelled when it is rejected at last', () => {
      const rejected = anOrder({ status: 'opened', payments: [aPayment({ status: 'rejected' })] });
      expect(after(...waiting, minutesLater(3), minutesLater(99, rejected)).state.kind).toBe('cancelled');
    });
  });

  it('expires only after asking', () => {
    expect(after(created, expiry)).toMatchObject({ state: { kind: 'cancelling', why: 'expiry' } });
    expect(after(created, expiry, withdrawn).state.kind).toBe('expired');
    expect(after(created, expiry, sawPaid).state.kind).toBe('paid');
  });

  it('shows money that came on account to a person', () => {
    const partial = seen(anOrder({ status: 'opened', payments: [aPayment({ amount: minor(100) })] }));
    expect(after(created, cancel, { kind: 'orderWithdrawn', observation: partial }).state).toMatchObject({
      kind: 'needsAttention',
      reason: 'paidShort',
    });
  });

  it.each([
    ['paidAfterCancel', [created, cancel, withdrawn]],
    ['paidLate', [created, expiry, withdrawn]],
  ] as const)('shows a later payment to a person as %s, and never sells by itself', (reason, events) => {
    const late = after(...events, sawPaid);
    expect(late.state).toMatchObject({ kind: 'needsAttention', reason });
    expect(late.effects).toEqual([]);
    expect(transition(late.state, sawPaid)).toEqual({ state: late.state, effects: [] });
  });
});

describe('money that comes in parts after a sale was given up', () => {
  const part = seen(anOrder({ status: 'opened', payments: [aPayment({ amount: minor(100) })] }));
  const closedShort = seen(anOrder({ payments: [aPayment({ amount: minor(1) })] }));
  const inReview = seen(anOrder({ status: 'opened', payments: [aPayment({ status: 'in_process' })] }));
  const at = (minutes: number, observation: typeof part): typeof part => ({
    ...observation,
    at: new Date(Date.parse(AT) + minutes * 60_000).toISOString(),
  });

  it.each([
    [
      'short when it was cancelled',
      'paidAfterCancel',
      [created, cancel, { kind: 'orderWithdrawn', observation: part }],
    ],
    ['short when it expired', 'paidLate', [created, expiry, { kind: 'orderWithdrawn', observation: part }]],
    [
      'short after it was cancelled',
      'paidAfterCancel',
      [created, cancel, withdrawn, { kind: 'orderObserved', observation: closedShort }],
    ],
    [
      'short after it expired',
      'paidLate',
      [created, expiry, withdrawn, { kind: 'orderObserved', observation: closedShort }],
    ],
    [
      'in review when it was cancelled, and then short',
      'paidAfterCancel',
      [
        created,
        cancel,
        { kind: 'orderWithdrawn', observation: inReview },
        { kind: 'orderObserved', observation: at(3, inReview) },
        { kind: 'orderObserved', observation: at(4, part) },
      ],
    ],
  ] as readonly (readonly [string, string, readonly CheckoutEvent[]])[])(
    '%s: never becomes a sale by itself, and is asked about as %s',
    (_case, reason, events) => {
      expect(after(...events).state.kind).toBe('needsAttention');
      const covered = after(...events, sawPaid);
      expect(covered).toMatchObject({ state: { kind: 'needsAttention', reason }, effects: [] });
      expect(transition(covered.state, sawPaid)).toEqual({ state: covered.state, effects: [] });
    },
  );
});

describe('facts that contradict each other', () => {
  const short: CheckoutEvent = {
    kind: 'orderObserved',
    observation: seen(anOrder({ payments: [aPayment({ amount: minor(1) })] })),
  };

  it('call a person, and a correct payment still ends it', () => {
    expect(after(created, short).state).toMatchObject({ kind: 'needsAttention', reason: 'paidShort' });
    expect(after(created, short, sawPaid).state.kind).toBe('paid');
  });
});

describe('the ticket of a paid sale', () => {
  const paid = [created, sawPaid] as const;
  const first = `${anAttempt().checkoutId}-1`;
  const second = `${anAttempt().checkoutId}-2`;

  it('follows its print job', () => {
    const sending = reach('paid', ...paid, { kind: 'ticketStarted', jobId: first });
    expect(sending.ticket.status).toBe('sending');
    expect(transition(sending, { kind: 'ticketPrinted', jobId: first }).state).toMatchObject({
      ticket: { status: 'printed' },
    });
  });

  it('never makes the sale unpaid', () => {
    const state = reach('paid', ...paid, { kind: 'ticketUnconfirmed', jobId: first, trouble: 'unplugged' });
    expect(state.ticket).toMatchObject({ status: 'unconfirmed', trouble: 'unplugged' });
  });

  it('is a reprint with a number when the first may have come out', () => {
    const again = after(
      ...paid,
      { kind: 'ticketUnconfirmed', jobId: first, trouble: 'stalled' },
      { kind: 'reprintRequested', by: 'Ana', at: AT },
    );
    expect(again.effects).toEqual([{ kind: 'printTicket', jobId: second, copy: 1 }]);
  });

  it('is still the original when not one byte had left', () => {
    const again = after(
      ...paid,
      { kind: 'ticketFailed', jobId: first, trouble: 'unplugged' },
      { kind: 'reprintRequested', by: 'Ana', at: AT },
    );
    expect(again.effects).toEqual([{ kind: 'printTicket', jobId: second, copy: 0 }]);
  });

  it('is not printed twice by a double click', () => {
    const once = after(
      ...paid,
      { kind: 'ticketPrinted', jobId: first },
      { kind: 'reprintRequested', by: 'Ana', at: AT },
    );
    expect(transition(once.state, { kind: 'reprintRequested', by: 'Ana', at: AT })).toEqual({
      state: once.state,
      effects: [],
    });
  });

  it("is a person's to answer for only when it is in doubt", () => {
    const waiting = reach('paid', ...paid);
    expect(transition(waiting, { kind: 'ticketSeen', jobId: first })).toEqual({ state: waiting, effects: [] });
    const doubtful = reach('paid', ...paid, { kind: 'ticketUnconfirmed', jobId: first, trouble: 'stalled' });
    expect(transition(doubtful, { kind: 'ticketSeen', jobId: second }).state).toBe(doubtful);
    expect(transition(doubtful, { kind: 'ticketSeen', jobId: first }).state).toMatchObject({
      ticket: { status: 'printed' },
    });
  });

  it('ignores late news of an older job', () => {
    const again = after(
      ...paid,
      { kind: 'ticketFailed', jobId: first, trouble: 'busy' },
      { kind: 'reprintRequested', by: 'Ana', at: AT },
    );
    const late = transition(again.state, { kind: 'ticketPrinted', jobId: first });
    expect(late).toEqual({ state: again.state, effects: [] });
  });

  it('shows money that came twice when a later look finds it', () => {
    const twice = seen(anOrder(), anOrder({ id: '5002', payments: [aPayment({ id: '9002' })] }));
    expect(reviewOf(reach('paid', ...paid, { kind: 'orderObserved', observation: twice }))).toEqual({
      reason: 'paidTwice',
      amount: 150_000,
    });
  });
});

describe('any history', () => {
  const observation = fc
    .array(
      fc.record({
        id: fc.constantFrom('5001', '5002'),
        status: fc.constantFrom('opened', 'closed', 'expired', 'odd'),
        reference: fc.constantFrom(anAttempt().reference, 'SUC001CAJA01OTHER1', null),
        collectorId: fc.constantFrom('446566691', '1', null),
        total: fc.constant(minor(150_000)),
        payments: fc.array(
          fc.record({
            id: fc.constantFrom('9001', '9002'),
            status: fc.constantFrom('approved', 'rejected', 'pending', 'in_process', 'refunded', 'odd'),
            statusDetail: fc.constant(null),
            amount: fc.constantFrom(minor(1), minor(75_000), minor(150_000), minor(300_000)),
            refunded: fc.constantFrom(minor(0), minor(150_000)),
            currency: fc.constantFrom('ARS', 'USD'),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 2 },
    )
    .map((orders) => seen(...orders));
  const jobId = fc.constantFrom('1', '2', '3').map((serial) => `${anAttempt().checkoutId}-${serial}`);
  const event: fc.Arbitrary<CheckoutEvent> = fc.oneof(
    fc.constantFrom<CheckoutEvent>(created, cancel, expiry, hint(), { kind: 'reprintRequested', by: 'Ana', at: AT }),
    fc.constant<CheckoutEvent>({ kind: 'orderRefused', code: 'orderInvalid' }),
    observation.map((it): CheckoutEvent => ({ kind: 'orderObserved', observation: it })),
    observation.map((it): CheckoutEvent => ({ kind: 'orderWithdrawn', observation: it })),
    jobId.map((id): CheckoutEvent => ({ kind: 'ticketStarted', jobId: id })),
    jobId.map((id): CheckoutEvent => ({ kind: 'ticketPrinted', jobId: id })),
    jobId.map((id): CheckoutEvent => ({ kind: 'ticketUnconfirmed', jobId: id, trouble: 'stalled' })),
  );

  it('leads only to states that can be stored and read back, and from paid never away', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let { state } = begin(anAttempt());
        for (const next of events) {
          const before = state;
          const step = transition(state, next);
          state = step.state;
          expect(checkoutStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
          if (before.kind === 'paid') expect(state.kind).toBe('paid');
          // Only a look can make a sale paid, and only by what it saw.
          if (before.kind !== 'paid' && state.kind === 'paid') {
            expect(['orderObserved', 'orderWithdrawn']).toContain(next.kind);
          }
          if (step.effects.some(({ kind }) => kind === 'printTicket')) expect(state.kind).toBe('paid');
          expect(Array.isArray(resume(state))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
