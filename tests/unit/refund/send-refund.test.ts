import { expect, it } from 'vitest';
import type { GatewayFailure, ProviderRefund } from '../../../electron/checkout/payment-gateway';
import { presentGateway } from '../../../electron/checkout/present-gateway';
import { sendRefund } from '../../../electron/refunds/send-refund';
import { fail, ok, type Result } from '../../../shared/errors';
import { minor } from '../../../shared/money';
import type { Refund, RefundState } from '../../../shared/refund/refund';
import { transitionRefund } from '../../../shared/refund/refund-machine';
import { AT } from '../../support/builders';
import { quickRhythm } from '../../support/quick-rhythm';

const refund: Refund = {
  id: '7f0c0f3e-93d1-4b1e-9c1f-0a6e5b1a2c3d',
  checkoutId: null,
  saleNumber: null,
  saleTotal: null,
  soldAt: null,
  paymentId: '9001',
  reference: 'SUC001CAJA01ABCDEF',
  amount: minor(5_000),
  whole: false,
  currency: 'ARS',
  decision: { by: 'Ana', note: 'Devolvió la compra', at: AT },
};
const made: ProviderRefund = { id: '77', amount: minor(5_000), status: 'approved', createdAt: AT };
const failure = (code: GatewayFailure['code'], outcomeKnown: boolean): Result<never, GatewayFailure> =>
  fail({ code, outcomeKnown, retryAfterMs: null, detail: code });
const lost = failure('timeout', false);
const refused = failure('refundNotPossible', true);

/** Sends the refund while the service answers with these, the last one again and again. */
async function sent(
  answers: readonly Result<ProviderRefund, GatewayFailure>[],
  lists: readonly Result<readonly ProviderRefund[], GatewayFailure>[],
) {
  let state: RefundState = { kind: 'requested', refund };
  const calls: string[] = [];
  const next = <Value>(call: string, all: readonly Value[]): Value => {
    const nth = calls.filter((it) => it === call).length;
    calls.push(call);
    const value = all[Math.min(nth, all.length - 1)];
    if (value === undefined) throw new Error(`no answer to ${call}`);
    return value;
  };
  const gateway = {
    ...presentGateway(() => null),
    requestRefund: () => Promise.resolve(next('send', answers)),
    listRefunds: () => Promise.resolve(next('look', lists)),
  };
  await sendRefund(
    {
      ports: {
        refunds: { ofPayment: () => [state] },
        gateway,
        now: () => new Date(AT),
        rhythm: quickRhythm,
        log: () => undefined,
      },
      state: () => state,
      tell: (event) => {
        state = transitionRefund(state, event).state;
        return true;
      },
      setTrouble: () => undefined,
      pause: () => Promise.resolve(),
    },
    false,
  );
  return { state, calls };
}

it('a refusal of the first request is final', async () => {
  const { state, calls } = await sent([refused], []);
  expect(state).toMatchObject({ kind: 'refused', code: 'refundNotPossible' });
  expect(calls).toEqual(['send']);
});

it('a refusal after a lost answer is not believed when the first request had been carried out after all', async () => {
  const { state, calls } = await sent([lost, refused], [ok([]), ok([made])]);
  expect(state).toMatchObject({ kind: 'approved', refundId: '77' });
  expect(calls).toEqual(['send', 'look', 'send', 'look']);
});

it('a refusal after a lost answer is final once a look shows that nothing went back', async () => {
  const { state, calls } = await sent([lost, refused], [ok([])]);
  expect(state).toMatchObject({ kind: 'refused', code: 'refundNotPossible' });
  expect(calls).toEqual(['send', 'look', 'send', 'look']);
});

it('a refusal after a lost answer waits for the look that decides', async () => {
  const { state } = await sent([lost, refused], [ok([]), lost, ok([made])]);
  expect(state).toMatchObject({ kind: 'approved', refundId: '77' });
});
