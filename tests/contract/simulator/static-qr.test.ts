import { expect, it } from 'vitest';

import { staticQrText } from '../../../simulator/api/static-qr';
import { defaultAccount } from '../../../simulator/options';
import { createWorld } from '../../../simulator/world/world';

const world = createWorld({});
const [pos] = world.pos.values();
if (pos === undefined) throw new Error('The default account has a caja');

/** Splits EMVCo's tag, two-digit length, value. */
function fields(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    found.push([text.slice(at, at + 2), text.slice(at + 4, at + 4 + length)]);
    at += 4 + length;
  }
  return found;
}

// EMVCo merchant-presented mode: 01 = 11 is a static code, 63 closes it with a checksum.
it('a caja’s QR is a static EMVCo code of the seller and its currency', () => {
  const text = staticQrText(pos, { ...defaultAccount, siteId: 'MLA', businessName: 'Almacén Ñandú' }, undefined);
  expect(Object.fromEntries(fields(text))).toMatchObject({
    '00': '01',
    '01': '11',
    '53': '032',
    '58': 'AR',
    '59': 'Almacen Nandu',
    '63': expect.stringMatching(/^[0-9A-F]{4}$/) as unknown,
  });
});

it('its checksum is CRC-16/CCITT-FALSE of all that goes before', () => {
  const text = staticQrText({ ...pos, uuid: '0'.repeat(64) }, { ...defaultAccount, siteId: 'MLA' }, undefined);
  expect(text.slice(-4)).toBe('81C1');
});
