import type { Account, Pos, Store } from '../world/model';

import { sites } from '../world/sites';

/**
 * The text in a caja's printed QR: EMVCo merchant-presented mode, static (point of initiation 11). The merchant account
 * is of our own invention, so that no real wallet takes it for a payable code.
 */
export function staticQrText(pos: Pos, account: Account, store: Store | undefined): string {
  const site = sites[account.siteId];
  const body = [
    field('00', '01'),
    field('01', '11'),
    field('43', field('00', 'com.example.practica') + field('01', pos.uuid.slice(0, 32))),
    field('52', '0000'),
    field('53', site.currencyNumber),
    field('58', site.country),
    field('59', plain(account.businessName ?? account.nickname, 25)),
    field('60', plain(store?.location.city_name ?? 'Ciudad', 15)),
    '6304',
  ].join('');
  return body + crc16(body);
}

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value;
}

/** EMVCo's common character set has no accents. */
function plain(text: string, length: number): string {
  return text
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, length);
}

/** CRC-16/CCITT-FALSE, four upper-case hexadecimal digits. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'ascii')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
