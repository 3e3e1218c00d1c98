import { describe, expect, test } from 'vitest';
import type { RefundSnapshot } from '../../../shared/snapshot';
import { createWords } from '../../../renderer/hooks/use-words';
import { mostPressing, refundSentence } from '../../../renderer/lib/refund-sentence';
import { approved, aRefund } from './builders';

const at = '2026-11-12T15:04:00.000Z';
const words = createWords('es-AR', 'ARS');
const refund = aRefund();
const requested: RefundSnapshot = { state: { kind: 'requested', refund }, trouble: null };
const inProcess: RefundSnapshot = {
  state: { kind: 'inProcess', refund, refundId: '9', since: at },
  trouble: null,
};
const offline: RefundSnapshot = { ...requested, trouble: { code: 'offline', since: at } };
const refused: RefundSnapshot = {
  state: { kind: 'refused', refund, code: 'refundNoFunds', at },
  trouble: null,
};
const say = (each: RefundSnapshot) => refundSentence(each, words);

describe('the sentence of a refund', () => {
  test.each([
    ['asked for', requested],
    ['in process', inProcess],
    ['without connection', offline],
    ['refused', refused],
  ])('%s, it never says that the money went back', (_state, each) => {
    const { what, todo } = say(each);
    expect(`${what} ${todo ?? ''}`).not.toMatch(/(^|[^o] )se devolvieron/i);
    expect(say(each).slip).toBeNull();
  });

  test('while Mercado Pago has not answered, it says so with the amount', () => {
    expect(say(requested)).toMatchObject({
      tone: 'asking',
      what: 'Devolviendo $\u00a05.000,00… Mercado Pago tiene que confirmarlo.',
    });
  });

  test('while it can not be asked, it says what is the matter and that nothing is known to be back', () => {
    expect(say(offline)).toMatchObject({ tone: 'offline' });
    expect(say(offline).what).toContain('No hay conexión');
    expect(say(offline).what).toContain('todavía no volvieron al cliente');
  });

  test('approved, it tells the fate of its slip', () => {
    expect(say(approved())).toMatchObject({ tone: 'done', what: 'Se devolvieron $\u00a05.000,00 al cliente.' });
    expect(say(approved()).slip?.what).toBe('Comprobante impreso');
    expect(say(approved({ status: 'unconfirmed' }))).toMatchObject({ tone: 'attention' });
    expect(say(approved({ status: 'unconfirmed' })).slip).toMatchObject({ asks: 'whetherItCameOut' });
  });

  test('refused, it says why and what to do', () => {
    expect(say(refused)).toMatchObject({ tone: 'refused' });
    expect(say(refused).what).toContain('no tiene dinero suficiente');
    expect(say(refused).todo).not.toBeNull();
  });

  test('the one that asks most for eyes is shown first', () => {
    expect(mostPressing([requested, approved(), refused, offline])).toBe(refused);
    expect(mostPressing([approved(), requested])).toBe(requested);
    const doubtful = approved({ status: 'unconfirmed' });
    expect(mostPressing([requested, doubtful])).toBe(doubtful);
    expect(mostPressing([])).toBeNull();
  });
});
