import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { usbIdentitySchema, type UsbIdentity } from '../../shared/printer';

/**
 * Who the printer behind a device is, from its folder in sysfs; null where sysfs does not say. The folder's `device` is
 * an interface, such as "1-1.2:1.0", within the folder of the printer itself, "1-1.2".
 */
export async function readUsbIdentity(folder: string): Promise<UsbIdentity | null> {
  const device = await realpath(join(folder, 'device')).catch(() => null);
  if (device === null) return null;
  const printer = dirname(device);
  const [vendor, product, serial] = await Promise.all(
    ['idVendor', 'idProduct', 'serial'].map((name) => readText(join(printer, name))),
  );
  const identity = usbIdentitySchema.safeParse({
    vendor,
    product,
    serial: serial === '' ? null : serial,
    port: basename(printer),
  });
  return identity.success ? identity.data : null;
}

async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.replace(/\p{C}/gu, '').trim();
}
