import { AxiosError } from 'axios';
import { describe, expect, it } from 'vitest';
import { baseUrlSchema } from '../../../electron/mercadopago/base-url';
import { classifyNetworkError } from '../../../electron/mercadopago/classify-network-error';
import { createClockSkew } from '../../../electron/mercadopago/clock-skew';
import { path } from '../../../electron/mercadopago/path';
import { pauseBeforeRetry } from '../../../electron/mercadopago/retry';
import { readRetryAfter } from '../../../electron/mercadopago/retry-after';
import { toWireDate } from '../../../electron/mercadopago/wire-date';
import type { Answer } from '../../../electron/mercadopago/answer';

const now = new Date('2026-11-23T15:00:00.250Z');

describe('readRetryAfter', () => {
  it.each([
    ['30', 30_000],
    ['0', 0],
    [' 2 ', 2000],
    ['Mon, 23 Nov 2026 15:00:10 GMT', 9750],
    ['Mon, 23 Nov 2026 14:00:00 GMT', 0],
    ['99999999', 3_600_000],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %j as %j ms', (header, waitMs) => {
    expect(readRetryAfter(header, now)).toBe(waitMs);
  });
});

describe('the clock skew', () => {
  it('is 0 before the first answer', () => {
    expect(createClockSkew().currentMs()).toBe(0);
  });

  it('compares the date, whose fraction was dropped, with the middle of the request', () => {
    const skew = createClockSkew();
    skew.learn(
      'Mon, 23 Nov 2026 15:05:00 GMT',
      new Date('2026-11-23T15:00:00.000Z'),
      new Date('2026-11-23T15:00:01.000Z'),
    );
    expect(skew.currentMs()).toBe(300_000);
  });

  it('keeps what it knew when a date is missing or unreadable', () => {
    const skew = createClockSkew();
    skew.learn('Sun, 22 Nov 2026 15:00:00 GMT', now, now);
    skew.learn(null, now, now);
    skew.learn('yesterday', now, now);
    expect(skew.currentMs()).toBe(-86_400_000 + 250);
  });
});

describe('the pause before a reading is tried again', () => {
  const rules = { attempts: 3, firstMs: 500, longestMs: 800 };
  const answered = (status: number, changes: Partial<Extract<Answer, { kind: 'answered' }>> = {}): Answer => ({
    kind: 'answered',
    status,
    form: 'json',
    body: {},
    retryAfterMs: null,
    ...changes,
  });

  it.each([
    ['a reset connection', { kind: 'unanswered', why: 'offline', mayHaveArrived: true, trace: 'ECONNRESET' }],
    ['429', answered(429)],
    ['500', answered(500)],
    ['504', answered(504)],
    ['a cut text', answered(200, { form: 'other' })],
    ['no text', answered(200, { form: 'empty' })],
  ] as const)('there is one after %s', (_what, answer) => {
    expect(pauseBeforeRetry(answer, 1, rules, () => 0.5)).toBe(250);
  });

  it.each([200, 400, 401, 403, 404, 409, 423])('there is none after %i', (status) => {
    expect(pauseBeforeRetry(answered(status), 1, rules, () => 0.5)).toBeNull();
  });

  it('grows up to the longest, and ends with the last try', () => {
    const longest = (attempt: number) => pauseBeforeRetry(answered(500), attempt, rules, () => 1);
    expect([1, 2, 3].map(longest)).toEqual([500, 800, null]);
  });

  it('is never shorter than asked', () => {
    expect(pauseBeforeRetry(answered(429, { retryAfterMs: 2000 }), 1, rules, () => 0)).toBe(2000);
  });
});

describe('the base URL', () => {
  it.each([
    ['https://api.mercadopago.com', 'https://api.mercadopago.com'],
    ['https://api.mercadopago.com/', 'https://api.mercadopago.com'],
    ['http://127.0.0.1:4010/mp/', 'http://127.0.0.1:4010/mp'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('%s is read as %s', (text, url) => {
    expect(baseUrlSchema.parse(text)).toBe(url);
  });

  it.each([
    'http://api.mercadopago.com',
    'http://127.0.0.1.evil.example',
    'http://192.168.0.9:4010',
    'https://user:secret@api.mercadopago.com',
    'https://api.mercadopago.com?access_token=x',
    'ftp://127.0.0.1',
    'api.mercadopago.com',
    '',
  ])('%j is refused', (text) => {
    expect(baseUrlSchema.safeParse(text).success).toBe(false);
  });
});

describe('path', () => {
  it('encodes what it is given', () => {
    expect(path`/users/${'1/2'}/pos/${'Á b?#'}/orders`).toBe('/users/1%2F2/pos/%C3%81%20b%3F%23/orders');
  });

  it.each(['', '.', '..'])('has no place for %j', (part) => {
    expect(path`/pos/${part}/orders`).toBeNull();
  });
});

describe('toWireDate', () => {
  it('has milliseconds and a numeric offset', () => {
    expect(toWireDate(new Date('2026-11-23T02:30:00.007Z'))).toBe('2026-11-22T22:30:00.007-04:00');
  });
});

describe('classifyNetworkError', () => {
  const systemError = (code: string, syscall?: string): Error =>
    Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
  const asAxiosWould = (cause: Error & { code?: string }): AxiosError => {
    const error = new AxiosError(cause.message, cause.code);
    error.cause = cause;
    return error;
  };

  it.each([
    [systemError('ENOTFOUND', 'getaddrinfo'), 'offline', false],
    [systemError('EAI_AGAIN', 'getaddrinfo'), 'offline', false],
    [systemError('ECONNREFUSED', 'connect'), 'offline', false],
    [systemError('ENETUNREACH', 'connect'), 'offline', false],
    [systemError('ETIMEDOUT', 'connect'), 'timeout', false],
    [systemError('ECONNRESET', 'read'), 'offline', true],
    [systemError('ECONNRESET'), 'offline', true],
    [systemError('EPIPE', 'write'), 'offline', true],
    [systemError('EHOSTUNREACH', 'write'), 'offline', true],
    [systemError('CERT_HAS_EXPIRED'), 'offline', false],
    [systemError('DEPTH_ZERO_SELF_SIGNED_CERT'), 'offline', false],
    [systemError('ERR_TLS_CERT_ALTNAME_INVALID'), 'offline', false],
    [systemError('EPROTO'), 'offline', true],
    [systemError('HPE_INVALID_CONSTANT'), 'garbled', true],
    [systemError('Z_DATA_ERROR'), 'garbled', true],
  ] as const)('%s is %s', (cause, why, mayHaveArrived) => {
    expect(classifyNetworkError(asAxiosWould(cause), false)).toMatchObject({ why, mayHaveArrived });
  });

  it('knows that nothing was sent when no address of the host took the connection', () => {
    const both = Object.assign(
      new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('ENETUNREACH', 'connect')]),
      { code: 'ECONNREFUSED' },
    );
    expect(classifyNetworkError(asAxiosWould(both), false)).toMatchObject({ why: 'offline', mayHaveArrived: false });
  });

  it.each([undefined, null, 'boom', new Error('boom'), { code: 'has spaces and a secret' }])(
    'makes a plain value of %s, with nothing of its words',
    (error) => {
      expect(classifyNetworkError(error, false)).toEqual({
        kind: 'unanswered',
        why: 'offline',
        mayHaveArrived: true,
        trace: 'UNKNOWN',
      });
    },
  );
});
