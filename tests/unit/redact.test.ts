import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../electron/log/redact';

/** Looks like a production token: application, date, 32 hexadecimal digits, account. */
const TOKEN = 'APP_USR-5566778899001122-112318-0f1e2d3c4b5a69788796a5b4c3d2e1f0-446566691';
/** A secret that no pattern recognises. */
const PLAIN = 'correct horse"battery\\staple&more=yes';
const HALF = 24;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the log', () => {
  it.each([
    ['a known secret', 'token=hunter2!', ['hunter2!']],
    ['a bearer header', '{"authorization":"Bearer abc.def-ghi"}', []],
    ['a production token', `APP_USR-${'1'.repeat(10)}-x`, []],
    ['a relay token', 'crt_abcdefghijklmnopqrst', []],
    ['a capability', 'https://relay.example/hooks/mp/SUC001/abcDEF123', []],
    ['a basic header', 'Authorization: Basic aHVudGVyMg==', []],
    ['a token in a query', 'GET /v1/x?access_token=abcDEF123&limit=1', []],
    ['a token in an encoded query', 'back=%2Fx%3Faccess_token%3DabcDEF123', []],
    ['a token in JSON', '{"access_token":"abcDEF123"}', []],
    ['a token in JSON inside JSON', JSON.stringify({ body: JSON.stringify({ refresh_token: 'abcDEF123' }) }), []],
    ["a payer's e-mail", 'payer hunter2!@example.com.ar paid', []],
    ["a payer's encoded e-mail", '/v1/x?payer.email=abcDEF123%40example.com', []],
    ['a card number', 'card 5031 7557 3453 0604 (abcDEF123 is not here)'.replace(' (abcDEF123 is not here)', ''), []],
  ])('never shows %s', (_what, line, secrets) => {
    const shown = redact(line, secrets);
    expect(shown).toMatch(/\[(secret|e-mail|card)\]/);
    expect(shown).not.toMatch(/hunter2|abc\.def|1111111111|abcdefghij|abcDEF123|aHVudGVyMg|3453/);
  });

  it.each<[string, (secret: string) => string]>([
    ['in plain', (secret) => secret],
    ['escaped for JSON', (secret) => JSON.stringify({ detail: secret })],
    ['escaped twice', (secret) => JSON.stringify({ body: JSON.stringify({ detail: secret }) })],
    ['encoded for a URL', (secret) => `https://api.example/?q=${encodeURIComponent(secret)}`],
    ['in base64', base64],
    ['in base64, one byte along', (secret) => base64(`:${secret}`)],
    ['in base64, two bytes along', (secret) => base64(`a:${secret}:b`)],
    ['in base64 for a URL', (secret) => Buffer.from(secret).toString('base64url')],
    ['in hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
    ['in capital hexadecimal', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
    ['cut short', (secret) => `${secret.slice(0, HALF)}…`],
    ['without its beginning', (secret) => `…${secret.slice(-HALF)}`],
    ['split in two', (secret) => JSON.stringify([secret.slice(0, HALF), secret.slice(HALF)])],
    ['broken over two lines', (secret) => JSON.stringify(`${secret.slice(0, HALF)}\n  ${secret.slice(HALF)}`)],
  ])('never shows a known secret %s', (_how, write) => {
    for (const secret of [TOKEN, PLAIN, 'crt_Zq8wJ5mB3xR7vK1nT9pL4sD6']) {
      const shown = redact(`before ${write(secret)} after`, [secret]);
      expect(shown).toContain('[secret]');
      expect(leaks(shown, secret)).toEqual([]);
      expect(shown).toMatch(/^before .* after$/s);
    }
  });

  it('never shows a dozen characters of a known secret in a row, wherever they stand', () => {
    const cut = fc.tuple(fc.nat(TOKEN.length - 12), fc.integer({ min: 12, max: TOKEN.length }));
    fc.assert(
      fc.property(cut, fc.string(), fc.string(), ([start, length], before, after) => {
        const part = TOKEN.slice(start, start + length);
        expect(leaks(redact(before + part + after, [TOKEN]), part)).toEqual([]);
      }),
    );
  });

  it('leaves what support asks for alone', () => {
    const line = JSON.stringify({
      event: 'mercadoPago.request',
      operation: 'putOrder',
      requestId: 'd5b1b0a2-6f3c-4a7e-9a30-8f4f0c7a1122',
      reference: 'SUC001CAJA01T0000001ABCDEF',
      payment: '123456789012',
      account: '446566691',
      url: 'http://127.0.0.1:40123/v1/events',
    });
    expect(redact(line, [TOKEN, 'crt_Zq8wJ5mB3xR7vK1nT9pL4sD6', ''])).toBe(line);
  });

  it('takes no longer for a hostile line', () => {
    const hostile = ['a@'.repeat(8000), `${'%3D'.repeat(5000)}=`, '"token":"'.repeat(2000), '4'.repeat(16_000)];
    // Every one of these patterns is linear; a quadratic one would need minutes and run into the test's own deadline.
    for (const line of hostile) expect(redact(line, [TOKEN]).length).toBeGreaterThan(0);
  });
});

/** Every dozen characters of the secret that the text still shows, in any of the forms above. */
function leaks(text: string, secret: string): string[] {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), base64(secret)];
  return forms.flatMap((form) => {
    const parts = Array.from({ length: Math.max(0, form.length - 11) }, (_, at) => form.slice(at, at + 12));
    return parts.filter((part) => text.toLowerCase().includes(part.toLowerCase()));
  });
}
