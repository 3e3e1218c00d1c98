import axios, { AxiosError, AxiosHeaders } from 'axios';
import { describe, expect, it } from 'vitest';
import { plainFacts } from '../../../electron/log/plain-facts';

const shown = (facts: Readonly<Record<string, unknown>>): string => JSON.stringify(plainFacts(facts));

const SECRET = 'a-secret-that-no-pattern-knows';

describe('the facts of a log line', () => {
  it('never carry what stands under the name of a credential', () => {
    const line = shown({
      headers: { Authorization: SECRET, 'x-signature': SECRET, Cookie: SECRET, Accept: 'application/json' },
      body: { access_token: SECRET, accessToken: SECRET, client_secret: SECRET, password: SECRET, pairing: SECRET },
    });
    expect(line).not.toContain(SECRET);
    expect(line).toContain('application/json');
  });

  it('never carry who paid', () => {
    const payer = { email: 'someone@example.com', identification: { type: 'DNI', number: '30123456' } };
    const card = { first_six_digits: '503175', last_four_digits: '0604', cardholder: { name: 'ALGUIEN APELLIDO' } };
    const line = shown({ payment: { id: 123, status: 'approved', payer, card } });
    expect(line).not.toMatch(/someone|30123456|503175|0604|ALGUIEN/);
    expect(line).toContain('approved');
  });

  it('show an error by its name, message, code and causes, and nothing of the request that it carries', () => {
    const headers = new AxiosHeaders({ Authorization: `Bearer ${SECRET}` });
    const config = { headers, url: `https://api.example/?access_token=${SECRET}`, data: SECRET };
    const cause = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED', config });
    const failed = new AxiosError('Network Error', 'ERR_NETWORK', config, { _header: `Authorization: ${SECRET}` });
    failed.cause = cause;
    const line = shown({ error: new Error('could not look', { cause: failed }) });
    expect(axios.isAxiosError(failed)).toBe(true);
    expect(line).not.toContain(SECRET);
    for (const word of ['could not look', 'Network Error', 'ERR_NETWORK', 'connect failed', 'ECONNREFUSED']) {
      expect(line).toContain(word);
    }
  });

  it('show the errors of an AggregateError', () => {
    const line = shown({ error: new AggregateError([new Error('over IPv6'), new Error('over IPv4')], 'both') });
    expect(line).toMatch(/both.*over IPv6.*over IPv4/);
  });

  it.each<[string, unknown]>([
    ['a BigInt', 12n],
    ['a function', () => SECRET],
    ['a symbol', Symbol('s')],
    ['nothing', undefined],
    ['not a number', Number.NaN],
    ['bytes', new TextEncoder().encode(SECRET)],
    ['a Map', new Map([['token', SECRET]])],
    ['a Set', new Set([1, 2])],
    ['an invalid date', new Date(Number.NaN)],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['a revoked proxy', revokedProxy()],
    ['something whose toJSON gives everything away', { toJSON: () => SECRET }],
    ['something that throws when it is read', throwing()],
    ['an error whose message throws', Object.defineProperty(new Error(), 'message', { get: () => boom() })],
  ])('are written even when one is %s', (_what, value) => {
    const line = shown({ before: 1, value, after: 2 });
    expect(line).toMatch(/^{"before":1,.*"after":2}$/);
    expect(line).not.toContain(SECRET);
  });

  it('are written when they go round in a circle', () => {
    const loop: Record<string, unknown> = { name: 'loop' };
    loop.self = loop;
    expect(shown({ loop })).toContain('loop');
  });

  it.each<[string, unknown]>([
    ['long', 'x'.repeat(5_000_000)],
    ['wide', Array.from({ length: 200_000 }, (_, index) => ({ index, text: 'y'.repeat(100) }))],
    ['wide and deep', wideAndDeep(12)],
    ['deep', nested(20_000)],
    ['full of names', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`name${index}`, index]))],
    ['one long name', { ['n'.repeat(1_000_000)]: 1 }],
  ])('stay short when something in them is %s', (_what, value) => {
    expect(shown({ value }).length).toBeLessThan(20_000);
  });
});

function boom(): never {
  throw new Error(SECRET);
}

function throwing(): unknown {
  return Object.defineProperty({}, 'trap', { enumerable: true, get: boom });
}

function revokedProxy(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = { value };
  return value;
}

function wideAndDeep(levels: number): unknown {
  let value: unknown = 'leaf';
  // The same part many times over: small in memory, immense when written out.
  for (let level = 0; level < levels; level++) value = Array.from({ length: 50 }, () => value);
  return value;
}
