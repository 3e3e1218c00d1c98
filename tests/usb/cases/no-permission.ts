import { chmodSync } from 'node:fs';
import { devicePath } from '../shop';
import type { UsbCase } from '../usb-case';

/** The printing process may not open what is there. */
export const noPermission: readonly UsbCase[] = [
  {
    title: 'a ticket waits for permission to use the printer',
    broken: 'device of another user (EACCES)',
    beginning: 'new till without permission',
    run: (shop) => shop.waitsAndGoes(['noPermission'], () => chmodSync(devicePath, 0o666)),
  },
];
