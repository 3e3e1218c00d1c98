import { access, constants, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundPrinter, PrinterTrouble } from '../../shared/printer';
import { codeOf, troubleOf } from './devices/trouble-of';

/** Where Linux shows printers of USB class 7, and what it knows of them. */
export interface UsbPlaces {
  readonly devices: string;
  readonly descriptions: string;
}

const systemPlaces: UsbPlaces = { devices: '/dev/usb', descriptions: '/sys/class/usbmisc' };

/** Printers on USB, those that this user may not open included: a person can put that right. */
export async function findUsbPrinters(places: UsbPlaces = systemPlaces): Promise<FoundPrinter[]> {
  const names = await readdir(places.devices).catch(() => []);
  const printers = names.filter((name) => /^lp\d+$/.test(name)).sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
  return Promise.all(
    printers.map(async (name) => {
      const path = join(places.devices, name);
      return {
        transport: { kind: 'usb' as const, path },
        label: (await describe(join(places.descriptions, name))) ?? path,
        trouble: await accessTrouble(path),
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
