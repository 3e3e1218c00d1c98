import { describe, expect, it } from 'vitest';
import { redact } from '../../electron/log/redact';

describe('the log', () => {
  it.each([
    ['a known secret', 'token=hunter2!', ['hunter2!']],
    ['a bearer header', '{"authorization":"Bearer abc.def-ghi"}', []],
    ['a production token', `APP_USR-${'1'.repeat(10)}-x`, []],
    ['a relay token', 'crt_abcdefghijklmnopqrst', []],
    ['a capability', 'https://relay.example/hooks/mp/SUC001/abcDEF123', []],
  ])('never shows %s', (_what, line, secrets) => {
    const shown = redact(line, secrets);
    expect(shown).toContain('[secret]');
    expect(shown).not.toMatch(/hunter2|abc\.def|1111111111|abcdefghij|abcDEF123/);
  });
});
