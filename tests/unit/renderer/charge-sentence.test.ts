import { describe, expect, test } from 'vitest';
import { noProgress } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import type { CheckoutSnapshot, RelayStatus } from '../../../shared/snapshot';
import { createTexts } from '../../../shared/texts/create-texts';
import { chargeSentence, type OpenState } from '../../../renderer/lib/charge-sentence';
import { aCheckout, anAttempt, awaiting } from './builders';

const { t } = createTexts('es-AR');
const at = '2026-11-12T15:04:00.000Z';
const connected: RelayStatus = { state: 'connected', since: at, clockSkewMs: 0, peers: 1 };
const silent: RelayStatus = { state: 'disconnected', since: at, reason: 'unreachable' };

function say(state: OpenState, beside: Partial<CheckoutSnapshot> = {}, relay: RelayStatus = connected) {
  return chargeSentence({ ...aCheckout(state, beside), state }, { t, locale: 'es-AR', relay });
}

describe('the sentence of a charge', () => {
  test('waits for the customer, plainly', () => {
    expect(say(awaiting())).toMatchObject({ tone: 'waiting', what: 'Esperando al cliente' });
  });

  test('says that nobody tells us when we have to ask', () => {
    const slow = say(awaiting(), { polling: true }, silent);
    expect(slow.tone).toBe('waiting');
    expect(slow.what).toContain('Sin aviso del relay');
  });

  test('does not blame a relay that is connected', () => {
    expect(say(awaiting(), { polling: true }, connected).what).toBe('Esperando al cliente');
  });

  test('a refused payment is not the end: the customer may try again', () => {
    expect(say(awaiting({ rejections: 1 }))).toMatchObject({
      tone: 'refused',
      what: 'El pago fue rechazado: el cliente puede intentar de nuevo con el mismo QR.',
    });
    expect(say(awaiting({ rejections: 3 })).what).toContain('3');
  });

  test('a payment on its way hides older refusals', () => {
    expect(say(awaiting({ rejections: 1, inProcess: true }))).toMatchObject({ tone: 'waiting', word: 'Pagando' });
  });

  test('a part of the money says how much came and how much is missing', () => {
    const { tone, what } = say(awaiting({ received: minor(500_000) }));
    expect(tone).toBe('attention');
    expect(what).toBe('Llegaron $ 5.000,00 de $ 15.000,00. Falta $ 10.000,00: todavía no está pagado.');
  });

  test('while Mercado Pago can not be asked, nothing older is believed', () => {
    const sentence = say(awaiting({ inProcess: true }), { trouble: { code: 'offline', since: at } });
    expect(sentence.tone).toBe('offline');
    expect(sentence.what).toBe('No hay conexión con Mercado Pago. No entregues hasta ver Pagado.');
    expect(sentence.todo).toBe('Revisá internet. La caja sigue intentando sola.');
  });

  test('a trouble that is not the network is a matter for a person', () => {
    expect(say(awaiting(), { trouble: { code: 'tokenInvalid', since: at } }).tone).toBe('attention');
  });

  test.each([
    ['creatingOrder', { kind: 'creatingOrder', attempt: anAttempt() }],
    ['verifying', { kind: 'verifying', attempt: anAttempt(), progress: noProgress, hint: 'relay' }],
    [
      'cancelling',
      { kind: 'cancelling', attempt: anAttempt(), progress: noProgress, why: 'cashier', withdrawnAt: null },
    ],
  ] satisfies [string, OpenState][])('%s is ours to finish', (_kind, state) => {
    expect(say(state).tone).toBe('asking');
  });

  test('while a charge is being cancelled it can still be paid, and that is said', () => {
    const cancelling = { kind: 'cancelling', attempt: anAttempt(), progress: noProgress, why: 'cashier' } as const;
    expect(say({ ...cancelling, withdrawnAt: null }).what).toContain('todavía se puede pagar');
    expect(say({ ...cancelling, withdrawnAt: at }).what).toContain('El QR ya no cobra');
    expect(say({ ...cancelling, withdrawnAt: at, progress: { ...noProgress, inProcess: true } }).what).toContain(
      'Hay un pago en camino',
    );
  });
});
