import { describe, expect, it } from 'vitest';
import { defaultConfig, readConfig } from '../../../relay/config';

describe('the configuration of the relay', () => {
  it('needs nothing on a practice machine', () => {
    const read = readConfig({ PATH: '/usr/bin', RELAY_PORT: '' });
    expect(read).toEqual({ ok: true, config: defaultConfig });
    expect(defaultConfig).toMatchObject({ host: '127.0.0.1', port: 8787, metrics: null, retentionHours: 72 });
  });

  it('is read whole', () => {
    const read = readConfig({
      RELAY_HOST: '0.0.0.0',
      RELAY_PORT: '9000',
      RELAY_METRICS_PORT: '9464',
      RELAY_METRICS_HOST: '10.0.0.1',
      RELAY_DATA_DIR: '/data',
      RELAY_PUBLIC_URL: 'https://relay.example.com/cajas/',
      RELAY_ADMIN_TOKEN: 'TEST-token-admin-0000',
      RELAY_HOOK_SECRET: 'TEST-token-hooks-0000',
      RELAY_HOOK_SECRET_PREVIOUS: 'TEST-token-hooks-before',
      RELAY_SIGNATURE_SECRETS: 'first-secret, second-secret',
      RELAY_RETENTION_HOURS: '24',
      RELAY_MOST_MEGABYTES: '2048',
      RELAY_TRUST_PROXY: 'loopback, 10.0.0.0/8',
      RELAY_LOG_LEVEL: 'warn',
      RELAY_EXIT_WITH_PARENT: '1',
    });
    expect(read).toEqual({
      ok: true,
      config: {
        host: '0.0.0.0',
        port: 9000,
        metrics: { host: '10.0.0.1', port: 9464 },
        dataDir: '/data',
        publicUrl: 'https://relay.example.com/cajas',
        adminToken: 'TEST-token-admin-0000',
        hookSecret: 'TEST-token-hooks-0000',
        previousHookSecret: 'TEST-token-hooks-before',
        signatureSecrets: ['first-secret', 'second-secret'],
        retentionHours: 24,
        mostMegabytes: 2048,
        trustProxy: ['loopback', '10.0.0.0/8'],
        logLevel: 'warn',
        exitWithParent: true,
      },
    });
  });

  it.each([
    ['RELAY_PORT', 'tcp://10.0.0.7:8787'],
    ['RELAY_PORT', '65536'],
    ['RELAY_PORT', '-1'],
    ['RELAY_METRICS_PORT', '80.5'],
    ['RELAY_PUBLIC_URL', 'relay.example.com'],
    ['RELAY_PUBLIC_URL', 'http://relay.example.com'],
    ['RELAY_PUBLIC_URL', 'https://relay.example.com/?a=1'],
    ['RELAY_PUBLIC_URL', 'https://user@relay.example.com/'],
    ['RELAY_PUBLIC_URL', `https://relay.example.com/${'x'.repeat(300)}`],
    ['RELAY_ADMIN_TOKEN', 'short'],
    ['RELAY_HOOK_SECRET', 'with spaces and accents ñ'],
    ['RELAY_SIGNATURE_SECRETS', 'first-secret,,'],
    ['RELAY_RETENTION_HOURS', '0'],
    ['RELAY_RETENTION_HOURS', '169'],
    ['RELAY_TRUST_PROXY', '1'],
    ['RELAY_TRUST_PROXY', '10.0.0.0/33'],
    ['RELAY_LOG_LEVEL', 'loud'],
    ['RELAY_EXIT_WITH_PARENT', 'yes'],
  ])('refuses %s=%s in one sentence that names it and does not repeat it', (name, value) => {
    const read = readConfig({ [name]: value });
    if (read.ok) expect.fail('it was accepted');
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
    if (name.endsWith('TOKEN') || name.includes('SECRET')) expect(read.problems[0]).not.toContain(value);
  });

  it('names every wrong variable at once', () => {
    const read = readConfig({ RELAY_PORT: 'x', RELAY_LOG_LEVEL: 'x' });
    if (read.ok) expect.fail('it was accepted');
    expect(read.problems.map((problem) => problem.split(' ')[0])).toEqual(['RELAY_PORT', 'RELAY_LOG_LEVEL']);
  });

  it('refuses to listen beyond this machine without knowing its public address', () => {
    const read = readConfig({ RELAY_HOST: '0.0.0.0' });
    if (read.ok) expect.fail('it was accepted');
    expect(read.problems).toEqual([expect.stringMatching(/^RELAY_PUBLIC_URL must be set/)]);
  });
});
