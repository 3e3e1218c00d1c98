import { describe, expect, it } from 'vitest';
import { fetchRelayIdentity } from '../../../electron/relay/relay-identity';
import { aRelay } from './a-relay';
import { aScriptedRelay, hangsUp, json, refusing, saysNothing } from './a-scripted-relay';

const token = 'TEST-token-of-a-caja';

describe('asking the relay who we are', () => {
  it('tells the caja and its notification address', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    expect(await fetchRelayIdentity({ url: `${relay.url}/`, token: caja.token })).toEqual({
      ok: true,
      identity: { caja: 'CAJA01', notificationUrl: caja.notificationUrl },
    });
  });

  it('with a token that the relay does not know is refused', async () => {
    const relay = await aRelay();
    expect(await fetchRelayIdentity({ url: relay.url, token })).toEqual({ ok: false, code: 'relayTokenRefused' });
  });

  it.each([
    ['hangs up', hangsUp, 'relayUnreachable'],
    ['says nothing', saysNothing, 'relayUnreachable'],
    ['is down behind its proxy', refusing(502), 'relayUnreachable'],
    ['is a page', refusing(200, { 'content-type': 'text/html' }, '<html>'), 'relayNotARelay'],
    ['is another service', json({ caja: 1 }), 'relayNotARelay'],
    ['is nothing there', refusing(404), 'relayNotARelay'],
    ['points elsewhere', refusing(302, { location: 'https://example.com/' }), 'relayNotARelay'],
    ['never stops', refusing(200, {}, `"${'x'.repeat(10 ** 6)}"`), 'relayNotARelay'],
  ])('where what answers %s', async (_what, answer, code) => {
    const { url } = await aScriptedRelay([answer]);
    expect(await fetchRelayIdentity({ url, token, timeoutMs: 300 })).toEqual({ ok: false, code });
  });

  it.each(['http://127.0.0.1:1', 'not an address', 'http://nowhere.invalid'])('at %s finds nobody', async (url) => {
    expect(await fetchRelayIdentity({ url, token, timeoutMs: 2000 })).toEqual({ ok: false, code: 'relayUnreachable' });
  });
});
