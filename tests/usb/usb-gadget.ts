import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The other end of a USB cable: what makes Linux's gadget framework say that it is a printer. */
export interface UsbGadget {
  /** Where the printer's own program reads what arrives and writes its answers. */
  readonly device: string;
  plugIn(): void;
  /** The computer has made a device of it, which takes it some hundred milliseconds. */
  isMet(): boolean;
  pullCable(): void;
  /** Which of its kind it is, from the next time that it is plugged in. */
  setSerialNumber(serialNumber: string): void;
}

const gadgets = '/sys/kernel/config/usb_gadget';
/** The computer's printers: links into the tree of its ports. */
const printers = '/sys/class/usbmisc';

/** Makes the gadget `number` (0 or 1), for the USB port of the same number. Call once for each. */
export function createUsbGadget(number: number): UsbGadget {
  const gadget = join(gadgets, `printer${number}`);
  const name = `printer.${number}`;
  const strings = join(gadget, 'strings', '0x409');
  const printer = join(gadget, 'functions', name);
  const configuration = join(gadget, 'configs', 'c.1');
  if (existsSync(gadget)) throw new Error(`there is a gadget ${number} already`);
  for (const folder of [strings, printer, join(configuration, 'strings', '0x409')]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(gadget, 'idVendor'), '0x04b8');
  writeFileSync(join(gadget, 'idProduct'), '0x0202');
  writeFileSync(join(strings, 'manufacturer'), 'EPSON');
  writeFileSync(join(strings, 'product'), 'TM-T20III');
  writeFileSync(join(printer, 'pnp_string'), 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;');
  // The kernel takes no more than one block for the printer; with more of them a printer that stands still is not noticed.
  writeFileSync(join(printer, 'q_len'), '1');
  symlinkSync(printer, join(configuration, name));
  const cable = join(gadget, 'UDC');
  return {
    device: `/dev/g_printer${number}`,
    plugIn: () => writeFileSync(cable, `dummy_udc.${number}`),
    isMet: () =>
      existsSync(printers) &&
      readdirSync(printers).some((name) => readlinkSync(join(printers, name)).includes(`/dummy_hcd.${number}/`)),
    pullCable: () => writeFileSync(cable, '\n'),
    setSerialNumber: (serialNumber) => writeFileSync(join(strings, 'serialnumber'), serialNumber),
  };
}
