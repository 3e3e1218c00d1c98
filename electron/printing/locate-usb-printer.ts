import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transport, UsbIdentity } from '../../shared/printer';
import { readUsbIdentity } from './read-usb-identity';
import { printerNames, systemPlaces, type UsbPlaces } from './usb-places';

/**
 * The device file where a printer is now, or null when it is nowhere. It is known by its identity, so that after a
 * replug it is found under its new number, and that another printer under its old number gets none of its tickets.
 */
export async function locateUsbPrinter(
  { path, identity }: Extract<Transport, { kind: 'usb' }>,
  places: UsbPlaces = systemPlaces,
): Promise<string | null> {
  if (!identity) return path;
  const names = printerNames(await readdir(places.descriptions).catch(() => []));
  const found = await Promise.all(
    names.map(async (name) => ({
      path: join(places.devices, name),
      identity: await readUsbIdentity(join(places.descriptions, name)),
    })),
  );
  const alike = found.filter((each) => each.identity !== null && isAlike(each.identity, identity));
  // Twins: the one in the same socket. Somebody who moves one of two twins has to say which is which.
  const twin = alike.find((each) => each.identity?.port === identity.port);
  return twin?.path ?? (alike.length === 1 ? (alike[0]?.path ?? null) : null);
}

function isAlike(one: UsbIdentity, other: UsbIdentity): boolean {
  return one.vendor === other.vendor && one.product === other.product && one.serial === other.serial;
}
