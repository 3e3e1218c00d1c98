import { access, constants, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundPrinter, PrinterTrouble } from '../../shared/printer';
import { codeOf, troubleOf } from './devices/trouble-of';
import { readUsbIdentity } from './read-usb-identity';
import { printerNames, systemPlaces, type UsbPlaces } from './usb-places';

/** Printers on USB, those that this user may not open included: a person can put that right. */
export async function findUsbPrinters(places: UsbPlaces = systemPlaces): Promise<FoundPrinter[]> {
  const names = await readdir(places.devices).catch(() => []);
  return Promise.all(
    printerNames(names).map(async (name) => {
      const path = join(places.devices, name);
      const identity = await readUsbIdentity(join(places.descriptions, name));
      return {
        transport: { kind: 'usb' as const, path, identity },
        label: (await describe(join(places.descriptions, name))) ?? path,
        trouble: await accessTrouble(path),
        certain: true,
        target: null,
      };
    }),
  );
}

/** The name that the printer gives itself: IEEE 1284 device id, "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;". */
async function describe(folder: string): Promise<string | null> {
  const id = await readFile(join(folder, 'device', 'ieee1284_id'), 'utf8').catch(() => '');
  const fields = new Map(id.split(';').map((field) => [field.split(':')[0]?.trim(), field.split(':')[1]?.trim()]));
  const maker = fields.get('MFG') ?? fields.get('MANUFACTURER');
  const model = fields.get('MDL') ?? fields.get('MODEL');
  const name = [maker, model].filter(Boolean).join(' ').replace(/\p{C}/gu, '').slice(0, 80);
  return name === '' ? null : name;
}

async function accessTrouble(path: string): Promise<PrinterTrouble | null> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return codeOf(error) === 'EACCES' ? 'noPermission' : troubleOf(error);
  }
}
