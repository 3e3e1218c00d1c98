/** Where Linux shows printers of USB class 7, and what it knows of them. */
export interface UsbPlaces {
  readonly devices: string;
  readonly descriptions: string;
}

export const systemPlaces: UsbPlaces = { devices: '/dev/usb', descriptions: '/sys/class/usbmisc' };

/** The names of the printers among the files of a folder: "lp0" before "lp10". */
export function printerNames(names: readonly string[]): string[] {
  return names.filter((name) => /^lp\d+$/.test(name)).sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
}
