import { describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

type Audit =
  | { readonly kind: 'answered'; readonly advisories: readonly { name: string; severity: string; why: string }[] }
  | { readonly kind: 'notAnswered'; readonly reason: string };
const { readAudit } = (await import(scriptAt('audit/read-audit.mjs'))) as { readAudit: (output: string) => Audit };

describe('what npm says of known vulnerabilities', () => {
  it('is good news only when it says that there are none', () => {
    const output = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: {} });
    expect(readAudit(`npm warn something else\n${output}\n`)).toEqual({ kind: 'answered', advisories: [] });
  });

  it('names each package, how bad it is, and why', () => {
    const url = 'https://github.com/advisories/GHSA-xxxx';
    const vulnerabilities = {
      axios: { name: 'axios', severity: 'high', via: [{ title: 'Sends tokens elsewhere', url, severity: 'high' }] },
      client: { name: 'client', severity: 'high', via: ['axios'] },
    };
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
      kind: 'answered',
      advisories: [
        { name: 'axios', severity: 'high', why: `Sends tokens elsewhere ${url}` },
        { name: 'client', severity: 'high', why: 'through axios' },
      ],
    });
  });

  it.each([
    [
      'a registry without advisories',
      '{"message":"405 Method Not Allowed - POST https://registry.example/x","error":{}}',
    ],
    ['no network', '{"message":"request to https://registry.example/x failed, reason: ENOTFOUND"}'],
    ['a sentence', 'npm error audit endpoint returned an error'],
    ['nothing', ''],
  ])('is no news at all from %s', (_what, output) => {
    expect(readAudit(output)).toMatchObject({ kind: 'notAnswered', reason: expect.stringMatching(/\S/) as string });
  });

  it('does not repeat which registry was asked', () => {
    const reasonOf = (message: string): Audit => readAudit(JSON.stringify({ message }));
    expect(reasonOf('405 Method Not Allowed - POST https://registry.example/x')).toEqual({
      kind: 'notAnswered',
      reason: '405 Method Not Allowed',
    });
    expect(reasonOf('request to https://registry.example/x failed')).not.toMatchObject({
      reason: expect.stringContaining('registry.example') as string,
    });
  });
});
