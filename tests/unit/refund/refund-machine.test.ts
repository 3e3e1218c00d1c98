import { describe, expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import type { Refund, RefundState } from '../../../shared/refund/refund';
import { refundStateSchema } from '../../../shared/refund/refund';
import { beginRefund, resumeRefund, transitionRefund, type RefundEvent } from '../../../shared/refund/refund-machine';
import { AT } from '../../support/builders';

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
const approved: RefundEvent = { kind: 'refundAnswered', status: 'approved', refundId: '77', at: AT };
const inProcess: RefundEvent = { kind: 'refundAnswered', status: 'inProcess', refundId: '77', at: AT };
const refused: RefundEvent = { kind: 'refundRefused', code: 'refundNoFunds', at: AT };
const after = (...events: RefundEvent[]): RefundState =>
  events.reduce((state, event) => transitionRefund(state, event).state, beginRefund(refund).state);
const effectsOf = (state: RefundState, event: RefundEvent) =>
  transitionRefund(state, event).effects.map(({ kind }) => kind);

describe('a refund', () => {
  it('is asked for only after it is stored', () => {
    expect(beginRefund(refund)).toEqual({ state: { kind: 'requested', refund }, effects: [{ kind: 'sendRefund' }] });
  });

  it('is approved only by an answer about it; then the charge is told and one slip is printed', () => {
    expect(effectsOf(after(), approved)).toEqual(['bookRefund', 'printSlip']);
    expect(after(approved)).toMatchObject({ kind: 'approved', booked: false, slip: { copy: 0, status: 'queued' } });
  });

  it('waits while Mercado Pago has not decided, and then follows what it decided', () => {
    expect(effectsOf(after(), inProcess)).toEqual(['watchRefund']);
    expect(after(inProcess, inProcess)).toEqual(after(inProcess));
    expect(after(inProcess, approved).kind).toBe('approved');
    expect(after(inProcess, refused)).toMatchObject({ kind: 'refused', code: 'refundNoFunds' });
  });

  it('never changes its mind', () => {
    expect(after(approved, refused)).toEqual(after(approved));
    expect(after(refused, approved)).toEqual(after(refused));
    expect(effectsOf(after(approved), approved)).toEqual([]);
  });

  it('takes up after a restart exactly what was not done', () => {
    expect(resumeRefund(after()).map(({ kind }) => kind)).toEqual(['sendRefund']);
    expect(resumeRefund(after(inProcess)).map(({ kind }) => kind)).toEqual(['watchRefund']);
    expect(resumeRefund(after(approved)).map(({ kind }) => kind)).toEqual(['bookRefund']);
    expect(resumeRefund(after(approved, { kind: 'refundBooked' }))).toEqual([]);
    expect(resumeRefund(after(refused))).toEqual([]);
  });

  it('prints its slip again only when none is on its way', () => {
    const again: RefundEvent = { kind: 'slipRequested', by: 'Ana', at: AT };
    expect(effectsOf(after(approved), again)).toEqual([]);
    const printed = after(approved, { kind: 'ticketPrinted', jobId: `refund-${refund.id}-1` });
    expect(effectsOf(printed, again)).toEqual(['printSlip']);
    expect(transitionRefund(printed, again).state).toMatchObject({ slip: { copy: 1, jobId: `refund-${refund.id}-2` } });
  });

  it('is stored as it is typed', () => {
    for (const state of [after(), after(inProcess), after(approved), after(refused)]) {
      expect(refundStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }
  });
});
