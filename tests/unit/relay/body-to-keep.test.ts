import { describe, expect, it } from 'vitest';
import { bodyToKeep } from '../../../relay/body-to-keep';

describe("what the relay keeps of a notice's body", () => {
  it('is everything but who paid and what opens something', () => {
    const payer = { email: 'someone@example.com', identification: { number: '30123456' } };
    const body = { topic: 'merchant_order', data: { id: '71', payer, payments: [{ id: 9, card: { holder: 'A' } }] } };
    const kept = bodyToKeep(JSON.stringify({ ...body, access_token: 'TEST-token-of-somebody' }));
    expect(kept).not.toMatch(/someone|30123456|"A"|TEST-token/);
    expect(JSON.parse(kept)).toMatchObject({ topic: 'merchant_order', data: { id: '71', payments: [{ id: 9 }] } });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'payer=someone@example.com'],
    ['JSON that is deeper than anybody reads', '['.repeat(60_000)],
    ['JSON that is whole and too deep', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('is nothing of a body that is %s', (_what, body) => {
    expect(bodyToKeep(body)).not.toContain('someone');
  });
});
