import { describe, expect, it } from 'vitest';
import { checkSignature } from '../../../relay/signature';

const secret = 'test-secret-not-real';
const requestId = '2066ca19-c6f1-498a-be75-1923005edd06';
const ts = '1742505638683';
const now = 1742505638683 + 5000;

/** Computed apart from this code, for the manifests in Mercado Pago's documents. */
const v1 = {
  orderLowerCase: 'c18e9d11d169c49f8621545369650e27c44a3d513d1b1ae6d0e7b8b66e2b909a',
  orderAsReceived: 'cfdbbdebe84e04f6db33671c3ab442c93538fa8551cd0b2763e2fa6de5121e56',
  merchantOrder: 'c400d85761870b2e67f9645aa9cabc56e119c30604ae6fe7a1cb41063af45c4c',
  withoutId: '183791c49606b155e0cd5c88bd9113f9a987c2469a79aafa0bb35b80c05870ee',
};

const check = (signature: string | undefined, ids: string[] = ['15140831325'], secrets = [secret]) =>
  checkSignature({ signature, requestId, ids }, secrets, now).kind;

describe('the signature of a notification', () => {
  it.each([
    ['of a merchant order', v1.merchantOrder, ['15140831325']],
    ['of an order, over its id as received', v1.orderAsReceived, ['ORD01JQ4S4KY8HWQ6NA5PXB65B3D3']],
    ['of an order, over its id in lower case', v1.orderLowerCase, ['ORD01JQ4S4KY8HWQ6NA5PXB65B3D3']],
    ['that was made without an id', v1.withoutId, ['whatever']],
    ['in upper case', v1.merchantOrder.toUpperCase(), ['15140831325']],
  ])('%s is verified', (_form, hex, ids) => {
    expect(check(`ts=${ts},v1=${hex}`, ids)).toBe('verified');
  });

  it('is verified by a secret that was configured before another', () => {
    expect(check(`ts=${ts},v1=${v1.merchantOrder}`, ['15140831325'], ['another-secret', secret])).toBe('verified');
  });

  it('tells its age in either unit that Mercado Pago uses', () => {
    const request = { signature: `ts=${ts},v1=${v1.merchantOrder}`, requestId, ids: ['15140831325'] };
    expect(checkSignature(request, [secret], now)).toEqual({ kind: 'verified', ageMs: 5000 });
  });

  it('that is two days old is verified all the same, because late retries matter', () => {
    const request = { signature: `ts=${ts},v1=${v1.merchantOrder}`, requestId, ids: ['15140831325'] };
    expect(checkSignature(request, [secret], now + 2 * 86_400_000).kind).toBe('verified');
  });

  it.each([
    ['one nibble off', `ts=${ts},v1=${v1.merchantOrder.replace(/^c/, 'd')}`],
    ['empty', ''],
    ['cut short', `ts=${ts},v1=${v1.merchantOrder.slice(0, 40)}`],
    ['given twice', `ts=${ts},v1=${'0'.repeat(64)},v1=${v1.merchantOrder}`],
    ['not hexadecimal', `ts=${ts},v1=${'z'.repeat(64)}`],
    ['of another time', `ts=1742505638684,v1=${v1.merchantOrder}`],
    ['without a time', `v1=${v1.merchantOrder}`],
    ['with a time that is no number', `ts=now,v1=${v1.merchantOrder}`],
    ['noise', 'x'.repeat(5000)],
  ])('that is %s is a mismatch', (_form, signature) => {
    expect(check(signature)).toBe('mismatch');
  });

  it('for another id is a mismatch', () => {
    expect(check(`ts=${ts},v1=${v1.merchantOrder}`, ['15140831326'])).toBe('mismatch');
  });

  it('that is absent is no mismatch, because QR notifications carry none', () => {
    expect(check(undefined)).toBe('unsigned');
  });

  it('says nothing while no secret is configured', () => {
    expect(check(`ts=${ts},v1=${'0'.repeat(64)}`, ['1'], [])).toBe('unsigned');
  });
});
