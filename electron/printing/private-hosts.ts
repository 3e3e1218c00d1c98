import type { NetworkInterfaceInfo } from 'node:os';

/** RFC 1918: addresses that belong to whoever owns the cable, and to nobody on the Internet. */
const privateRanges: readonly (readonly [from: number, bits: number])[] = [
  [addressOf([10, 0, 0, 0]), 8],
  [addressOf([172, 16, 0, 0]), 12],
  [addressOf([192, 168, 0, 0]), 16],
];
/** The most of a network that is looked at: 254 addresses. */
const WIDEST = 24;

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'netmask' | 'family' | 'internal'>[]>;

/**
 * The addresses of this computer's own private networks, without its own. Of a network with more than 254, those
 * around its own address. With several networks one address of each in turn, so that none has to wait for another.
 */
export function privateHosts(interfaces: Interfaces): string[] {
  const own = Object.values(interfaces).flatMap((each) => each ?? []);
  const networks = own
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address, netmask }) => hostsAround(parse(address), parse(netmask)));
  const hosts = new Set<number>();
  for (let index = 0; index < 2 ** (32 - WIDEST); index += 1) {
    for (const network of networks) {
      const host = network[index];
      if (host !== undefined) hosts.add(host);
    }
  }
  for (const { address } of own) hosts.delete(parse(address) ?? 0);
  return [...hosts].map(format);
}

function hostsAround(own: number | null, mask: number | null): number[] {
  if (own === null || mask === null || !isPrivate(own)) return [];
  const size = Math.min(2 ** 32 - mask, 2 ** (32 - WIDEST));
  const first = own - (own % size);
  // The first names the network and the last everybody in it.
  return Array.from({ length: Math.max(0, size - 2) }, (_, index) => first + 1 + index).filter(isPrivate);
}

function isPrivate(address: number): boolean {
  return privateRanges.some(([from, bits]) => Math.floor(address / 2 ** (32 - bits)) === from / 2 ** (32 - bits));
}

function parse(text: string): number | null {
  const parts = text.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)
    ? addressOf(parts)
    : null;
}

function addressOf(parts: readonly number[]): number {
  return parts.reduce((address, part) => address * 256 + part, 0);
}

function format(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}
