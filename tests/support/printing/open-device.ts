import { openUsb } from '../../../electron/printing/devices/open-usb';

/** A program of its own, so that it can run as another user: what opening the given device gives, as JSON. */
const opened = openUsb(process.argv[2] ?? '', { stallMs: 200 });
process.stdout.write(JSON.stringify(opened.ok ? 'opened' : opened.trouble));
process.exit();
