import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createMercadoPago, type MercadoPagoOptions } from '../../../electron/mercadopago/create-mercado-pago';
import type { RequestLine } from '../../../electron/mercadopago/mercado-pago-http';
import { anAttemptOf } from '../../support/an-attempt-of';
import { deadUrl, sendJson, startScriptedServer, type Script, type ScriptedServer } from './scripted-server';

const canary = 'TEST-token-canary-5b1f7c90';
const collector = { userId: '446566691', currency: 'ARS' } as const;
const noTerms = { notificationUrl: null, sponsorId: null, ivaPercent: null };
const me = { id: 446566691, nickname: 'LAESQUINA', site_id: 'MLA' };
const attempt = anAttemptOf();

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function client(baseUrl: string, changes: Partial<MercadoPagoOptions> = {}) {
  const lines: RequestLine[] = [];
  const mercadoPago = createMercadoPago({
    baseUrl,
    token: canary,
    now: () => new Date(),
    random: () => 0,
    log: (line) => lines.push(line),
    retry: { firstMs: 10, longestMs: 20 },
    ...changes,
  });
  closing.push(() => mercadoPago.close());
  return { accounts: mercadoPago.accounts, gateway: mercadoPago.gatewayFor(collector), lines };
}

async function against(script: Script, changes: Partial<MercadoPagoOptions> = {}) {
  const server: ScriptedServer = await startScriptedServer(script);
  closing.push(() => server.close());
  return { server, ...client(server.url, changes) };
}

describe('a request', () => {
  it('carries the token in the Authorization header and nowhere else', async () => {
    const { server, accounts, gateway } = await against((request, response) => {
      if (request.method === 'PUT') response.writeHead(204).end();
      else sendJson(response, 200, me);
    });
    await accounts.whoAmI();
    await gateway.putOrder(attempt, noTerms);
    expect(server.requests).toHaveLength(2);
    for (const { headers, path, body } of server.requests) {
      expect(headers.authorization).toBe(`Bearer ${canary}`);
      expect(inspect({ path, body, headers: { ...headers, authorization: '' } })).not.toContain(canary);
    }
  });

  it('keeps the connection for the next one', async () => {
    const { server, accounts } = await against((_request, response) => {
      sendJson(response, 200, me);
    });
    await accounts.whoAmI();
    await accounts.whoAmI();
    expect(new Set(server.requests.map(({ clientPort }) => clientPort)).size).toBe(1);
  });

  it('is made below the path of the base URL', async () => {
    const { server } = await against((_request, response) => {
      sendJson(response, 200, me);
    });
    await client(`${server.url}/mirror/`).accounts.whoAmI();
    expect(server.requests[0]?.path).toBe('/mirror/users/me');
  });

  it('leaves one line for the log, with Mercado Pago’s id of the request', async () => {
    const { accounts, lines } = await against((_request, response) => {
      sendJson(response, 200, me, { 'x-request-id': '2066ca19-c6f1-498a-be75-1923005edd06' });
    });
    await accounts.whoAmI();
    expect(lines).toEqual([
      {
        operation: 'whoAmI',
        attempt: 1,
        status: 200,
        trace: null,
        durationMs: expect.any(Number) as number,
        requestId: '2066ca19-c6f1-498a-be75-1923005edd06',
      },
    ]);
  });

  it('does not follow a redirect, with or without the token', async () => {
    const { server: elsewhere } = await against((_request, response) => {
      sendJson(response, 200, me);
    });
    const { accounts, gateway } = await against((_request, response) => {
      response.writeHead(307, { location: `${elsewhere.url}/users/me` }).end();
    });
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'unexpectedAnswer' } });
    expect(await gateway.putOrder(attempt, noTerms)).toMatchObject({
      ok: false,
      error: { code: 'unexpectedAnswer', outcomeKnown: false },
    });
    expect(elsewhere.requests).toEqual([]);
  });

  it('is not made at all with a token that fits in no header', async () => {
    const { server, accounts } = await against((_request, response) => {
      sendJson(response, 200, me);
    });
    const { accounts: broken } = client(server.url, { token: 'TEST-token\u0000-ñ' });
    expect(await broken.whoAmI()).toMatchObject({ ok: false, error: { code: 'tokenInvalid' } });
    expect(await accounts.whoAmI()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(1);
  });

  it('is made with a token that was pasted with a line end', async () => {
    const { server } = await against((_request, response) => {
      sendJson(response, 200, me);
    });
    await client(server.url, { token: ` ${canary}\r\n` }).accounts.whoAmI();
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${canary}`);
  });
});

describe('a reading', () => {
  it('is tried again after 500, and succeeds', async () => {
    const { server, accounts } = await against((_request, response, nth) => {
      if (nth < 3) sendJson(response, 500, { message: 'Internal error.' });
      else sendJson(response, 200, me);
    });
    expect(await accounts.whoAmI()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(3);
  });

  it('gives up after three tries and says what the last one met', async () => {
    const { server, accounts, lines } = await against((_request, response) => {
      sendJson(response, 503, {});
    });
    expect(await accounts.whoAmI()).toMatchObject({
      ok: false,
      error: { code: 'mercadoPagoDown', outcomeKnown: true },
    });
    expect(server.requests).toHaveLength(3);
    expect(lines.map((line) => line.attempt)).toEqual([1, 2, 3]);
  });

  it('waits as long as Retry-After asks before it is tried again', async () => {
    const { accounts } = await against((_request, response, nth) => {
      if (nth === 1) sendJson(response, 429, {}, { 'retry-after': '1' });
      else sendJson(response, 200, me);
    });
    const startedAt = performance.now();
    expect(await accounts.whoAmI()).toMatchObject({ ok: true });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it('hands a Retry-After that is too long for it to the caller', async () => {
    const { server, accounts } = await against((_request, response) => {
      sendJson(response, 429, {}, { 'retry-after': '60' });
    });
    expect(await accounts.whoAmI()).toMatchObject({
      ok: false,
      error: { code: 'rateLimited', retryAfterMs: 60_000, outcomeKnown: true },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is not tried again when the answer is a refusal', async () => {
    const { server, accounts } = await against((_request, response) => {
      sendJson(response, 401, { error: 'unauthorized', message: 'invalid access token' });
    });
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'tokenInvalid' } });
    expect(server.requests).toHaveLength(1);
  });

  it('ends within its total time although no answer ever comes', async () => {
    const { accounts } = await against(() => undefined, { timeouts: { readMs: 150, readTotalMs: 400 } });
    const startedAt = performance.now();
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'timeout' } });
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThanOrEqual(300);
    expect(tookMs).toBeLessThan(2000);
  });

  it('ends in time although the answer drips in for ever', async () => {
    const { accounts } = await against(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
      { timeouts: { readMs: 200 }, retry: { attempts: 1 } },
    );
    const startedAt = performance.now();
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('goes on over a fresh connection when the kept one is closed under it', async () => {
    const { server, accounts } = await against((_request, response, nth) => {
      if (nth === 2) response.socket?.destroy();
      else sendJson(response, 200, me);
    });
    await accounts.whoAmI();
    expect(await accounts.whoAmI()).toMatchObject({ ok: true });
    const [first, second, third] = server.requests.map(({ clientPort }) => clientPort);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('what is not an answer of Mercado Pago', () => {
  const html = '<!doctype html><h1>Sign in to the hotel’s wifi</h1>';
  it.each<[string, Script]>([
    ['JSON cut in the middle', (_request, response) => sendJson(response, 200, '{"id":446566691,"nick')],
    ['nothing at all', (_request, response) => sendJson(response, 200, '')],
    ['a page', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html)],
    ['a page that says it is JSON', (_request, response) => sendJson(response, 200, html)],
    ['JSON of another shape', (_request, response) => sendJson(response, 200, { hello: 'world' })],
    ['a bare null', (_request, response) => sendJson(response, 200, 'null')],
    ['more than four megabytes', (_request, response) => sendJson(response, 200, `"${'x'.repeat(5_000_000)}"`)],
    [
      'four megabytes packed into a few bytes',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync(`"${'x'.repeat(5_000_000)}"`));
      },
    ],
    [
      'a broken gzip',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end('not gzip at all');
      },
    ],
    [
      'an answer that stops before its announced length',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"id":', () => response.socket?.destroy());
      },
    ],
    ['another protocol', (_request, response) => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a page with 405', (_request, response) => response.writeHead(405, { 'content-type': 'text/html' }).end(html)],
    ['a page with 403', (_request, response) => response.writeHead(403, { 'content-type': 'text/html' }).end(html)],
  ])('%s is an unexpected answer', async (_what, script) => {
    const { accounts } = await against(script);
    expect(await accounts.whoAmI()).toMatchObject({ ok: false, error: { code: 'unexpectedAnswer' } });
  });
});

describe('a PUT, POST or DELETE', () => {
  it.each<[string, Script, string, boolean]>([
    ['500', (_request, response) => sendJson(response, 500, {}), 'mercadoPagoDown', false],
    ['429', (_request, response) => sendJson(response, 429, {}, { 'retry-after': '3' }), 'rateLimited', true],
    ['a dropped connection', (_request, response) => response.socket?.destroy(), 'offline', false],
    ['silence', () => undefined, 'timeout', false],
    ['a page with 200', (_request, response) => response.writeHead(200).end('<html>'), 'unexpectedAnswer', false],
    ['another protocol', (_request, response) => response.socket?.end('SSH-2.0\r\n'), 'unexpectedAnswer', false],
  ])('is sent once whatever comes: %s', async (_what, script, code, outcomeKnown) => {
    const { server, gateway } = await against(script, { timeouts: { writeMs: 200 } });
    expect(await gateway.putOrder(attempt, noTerms)).toMatchObject({ ok: false, error: { code, outcomeKnown } });
    expect(await gateway.deleteOrder(attempt.register)).toMatchObject({ ok: false, error: { code, outcomeKnown } });
    expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
  });

  it('is known not to have been heard when nobody took the connection', async () => {
    const { gateway } = client(await deadUrl());
    expect(await gateway.putOrder(attempt, noTerms)).toMatchObject({
      ok: false,
      error: { code: 'offline', outcomeKnown: true },
    });
  });
});

describe('the clock of Mercado Pago', () => {
  const date = 'Mon, 23 Nov 2026 15:00:30 GMT';

  it('is learnt from the date of an answer', async () => {
    const { gateway } = await against((_request, response) => sendJson(response, 404, {}, { date }), {
      now: () => new Date('2026-11-23T15:00:00.000Z'),
    });
    expect(gateway.clockSkewMs()).toBe(0);
    await gateway.findPendingOrder(attempt.register);
    expect(gateway.clockSkewMs()).toBe(30_500);
  });

  it('is not learnt from a page that stands in between', async () => {
    const { gateway } = await against((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', date }).end('<html></html>');
    });
    await gateway.findPendingOrder(attempt.register);
    expect(gateway.clockSkewMs()).toBe(0);
  });
});

describe('the access token', () => {
  const echo = { error: 'unauthorized', message: `invalid access token ${canary}`, cause: [{ code: canary }] };

  it.each<[string, Script]>([
    ['an answer that repeats it', (_request, response) => sendJson(response, 401, echo)],
    ['a page that repeats it', (_request, response) => response.writeHead(500).end(`<p>${canary}</p>`)],
    ['a dropped connection', (_request, response) => response.socket?.destroy()],
    ['silence', () => undefined],
    ['garbage', (_request, response) => response.socket?.end('garbage\r\n\r\n')],
    ['a redirect', (_request, response) => response.writeHead(302, { location: `/${canary}` }).end()],
    ['a request id that repeats it', (_request, response) => sendJson(response, 500, {}, { 'x-request-id': canary })],
    [
      'JSON of another shape',
      (_request, response) => sendJson(response, 200, { [canary]: canary, external_reference: {} }),
    ],
  ])('is in no result, error or log line after %s', async (_what, script) => {
    const { accounts, gateway, lines } = await against(script, {
      timeouts: { readMs: 100, readTotalMs: 200, writeMs: 100 },
    });
    const seen = [
      await accounts.whoAmI(),
      await accounts.listStores('446566691'),
      await gateway.putOrder(attempt, noTerms),
      await gateway.findPendingOrder(attempt.register),
      await gateway.deleteOrder(attempt.register),
      await gateway.fetchMerchantOrder('15140831325'),
      await gateway.searchMerchantOrders(attempt.reference),
    ];
    expect(inspect([seen, lines], { depth: 20, showHidden: true })).not.toContain(canary);
    expect(JSON.stringify([seen, lines])).not.toContain('Authorization');
  });

  it('is in nothing that is thrown for a wrong base URL', () => {
    expect(() => createMercadoPago({ baseUrl: 'http://example.org', token: canary, now: () => new Date() })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(canary) as string }),
    );
  });
});
