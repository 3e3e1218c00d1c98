import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serveRequest, type RequestHandlers } from '../../../electron/ipc/serve-requests';
import { replySchema, requests } from '../../../shared/ipc-contract';
import { fail, ok } from '../../../shared/errors';

const called: string[] = [];
/** Handlers that only tell that they were called; each answer is wrong on purpose unless a test says otherwise. */
const handlers = new Proxy({} as RequestHandlers, {
  get: (_target, name) => () => {
    called.push(String(name));
    return ok({ accessToken: 'TEST-secret' });
  },
});
const quiet = () => undefined;

describe('a request of a window', () => {
  it('with garbled name or input never reaches a handler and never throws', async () => {
    const name = fc.oneof(fc.constantFrom('toString', '__proto__', 'constructor', ''), fc.anything(), fc.string());
    await fc.assert(
      fc.asyncProperty(name, fc.anything(), async (request, input) => {
        called.length = 0;
        const reply = await serveRequest(handlers, quiet, request, input);
        expect(reply.ok).toBe(false);
        expect(called).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.keys(requests).filter((name) => name !== 'till.snapshot'))(
    '%s refuses input that its schema does not know',
    async (name) => {
      called.length = 0;
      const reply = await serveRequest(handlers, quiet, name, { hostile: 'input', checkoutId: 7 });
      expect(reply).toMatchObject({ ok: false, error: { code: 'badRequest' } });
      expect(called).toEqual([]);
    },
  );

  it('never lets out what the contract does not name', async () => {
    const reply = await serveRequest(handlers, quiet, 'draft.load', undefined);
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('TEST-secret');
  });

  it('never lets out more of a failure than its code and a short detail', async () => {
    const failure = { code: 'offline', detail: 'x'.repeat(5000), accessToken: 'TEST-secret' } as const;
    const failing = { ...handlers, 'draft.load': () => fail(failure) };
    const reply = await serveRequest(failing, quiet, 'draft.load', undefined);
    expect(replySchema(requests['draft.load'].output).safeParse(reply).success).toBe(true);
    expect(reply).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(JSON.stringify(reply)).not.toContain('TEST-secret');
  });

  it('is answered even when what went wrong throws when it is looked at', async () => {
    const unspeakable = new Proxy(new Error('boom'), {
      get: () => {
        throw new Error('looked at');
      },
    });
    const failing = { ...handlers, 'draft.load': () => Promise.reject(unspeakable) };
    expect(await serveRequest(failing, quiet, 'draft.load', undefined)).toMatchObject({ error: { code: 'internal' } });
  });

  it('says that the disk is the trouble when it is', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const failing = { ...handlers, 'draft.load': () => Promise.reject(full) };
    expect(await serveRequest(failing, quiet, 'draft.load', undefined)).toMatchObject({
      error: { code: 'diskProblem' },
    });
  });
});
