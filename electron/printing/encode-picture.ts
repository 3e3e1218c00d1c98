import { bytesPerRow, type Bitmap } from '../../shared/ticket/bitmap';
import { LONGEST_COMMAND } from './escpos-commands';

const CENTER = Buffer.from([0x1b, 0x61, 1]);
const LEFT = Buffer.from([0x1b, 0x61, 0]);
const DLE = 0x10;
/** What makes a command of a DLE before it: EOT asks for a status, ENQ recovers, DC4 opens the drawer or drops what waits. */
const commands = new Set([0x04, 0x05, 0x14]);
/** The dot of a DLE with the one beside it: as black as before to anybody who looks. */
const THICKER = 0x30;
const HEADER_BYTES = 8;
const MOST_ROWS = 255;

/**
 * A picture in the middle of the paper, as `GS v 0` in bands: cheap printers garble a larger one, and a band that was cut
 * off must be completed before the printer listens again.
 */
export function encodePicture(bitmap: Bitmap): Buffer {
  const perRow = bytesPerRow(bitmap.width);
  const bits = withoutCommands(Buffer.from(bitmap.bits, 'hex'));
  const rowsInBand = Math.min(MOST_ROWS, Math.floor((LONGEST_COMMAND - HEADER_BYTES) / perRow));
  const bands: Uint8Array[] = [];
  for (let row = 0; row < bitmap.height; row += rowsInBand) {
    const rows = Math.min(rowsInBand, bitmap.height - row);
    bands.push(Buffer.from([0x1d, 0x76, 0x30, 0, perRow, 0, rows, 0]));
    bands.push(bits.subarray(row * perRow, (row + rows) * perRow));
  }
  return Buffer.concat([CENTER, ...bands, LEFT]);
}

/** Printers obey `DLE EOT`, `DLE ENQ` and `DLE DC4` wherever the bytes appear, even inside a picture. */
function withoutCommands(bits: Uint8Array): Uint8Array {
  return bits.map((byte, index) => (byte === DLE && commands.has(bits[index + 1] ?? 0) ? THICKER : byte));
}
