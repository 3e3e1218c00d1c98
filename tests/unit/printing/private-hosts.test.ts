import { describe, expect, it } from 'vitest';
import { privateHosts } from '../../../electron/printing/private-hosts';

const own = (address: string, netmask = '255.255.255.0', rest: { internal?: boolean; family?: 'IPv6' } = {}) => ({
  eth: [{ address, netmask, family: 'IPv4' as const, internal: false, ...rest }],
});

describe('the addresses of the own network', () => {
  it('are all but the own one, the first and the last', () => {
    const hosts = privateHosts(own('192.168.0.7'));
    expect(hosts).toHaveLength(253);
    expect(hosts[0]).toBe('192.168.0.1');
    expect(hosts.at(-1)).toBe('192.168.0.254');
    expect(hosts).not.toContain('192.168.0.7');
  });

  it('are those around the own address where the network is wide', () => {
    const hosts = privateHosts(own('10.20.30.40', '255.0.0.0'));
    expect(hosts).toHaveLength(253);
    expect(hosts.every((host) => host.startsWith('10.20.30.'))).toBe(true);
  });

  it('are fewer where the network is small', () => {
    expect(privateHosts(own('172.16.5.2', '255.255.255.248'))).toEqual([
      '172.16.5.1',
      '172.16.5.3',
      '172.16.5.4',
      '172.16.5.5',
      '172.16.5.6',
    ]);
  });

  it.each([
    ['of a provider', own('200.45.1.9')],
    ['just outside of a private range', own('172.32.0.9')],
    ['that a computer gives itself', own('169.254.3.3', '255.255.0.0')],
    ['of this computer alone', own('127.0.0.1', '255.0.0.0', { internal: true })],
    ['of six parts', own('fe80::1', 'ffff:ffff::', { family: 'IPv6' })],
    ['of one computer', own('192.168.0.7', '255.255.255.255')],
    ['that make no sense', own('192.168.0.777', 'x')],
  ])('are none for an address %s', (_title, interfaces) => {
    expect(privateHosts(interfaces as Parameters<typeof privateHosts>[0])).toEqual([]);
  });

  it('take turns where there are several networks, and come once', () => {
    const hosts = privateHosts({ ...own('192.168.0.7'), wifi: own('10.0.0.9').eth, same: own('192.168.0.8').eth });
    expect(hosts.slice(0, 4)).toEqual(['192.168.0.1', '10.0.0.1', '192.168.0.2', '10.0.0.2']);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts).not.toContain('192.168.0.8');
  });
});
