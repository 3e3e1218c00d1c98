import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { bitmapSchema, bytesPerRow, type Bitmap } from '../../../shared/ticket/bitmap';
import { sharpBitmap } from '../../../shared/ticket/sharp-bitmap';

function isBlack({ width, bits }: Bitmap, x: number, y: number): boolean {
  const at = 2 * (y * bytesPerRow(width) + (x >> 3));
  return (Number.parseInt(bits.slice(at, at + 2), 16) & (0x80 >> (x & 7))) !== 0;
}

it.each([400, 740, 1200])('a QR of %i pixels keeps each of its modules, so that it can be scanned', (size) => {
  // As long as the text of a caja's own QR.
  const { modules } = create('00020101021143650016com.mercadolibre0201306'.padEnd(180, '7'), {
    errorCorrectionLevel: 'M',
  });
  const across = modules.size + 8;
  const black = (column: number, row: number) =>
    Math.min(column, row) >= 4 && Math.max(column, row) < modules.size + 4 && modules.get(row - 4, column - 4) === 1;
  const module = (pixel: number) => Math.floor((pixel * across) / size);
  const data = new Uint8Array(4 * size * size).fill(255);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    if (black(module(pixel % size), module(Math.floor(pixel / size)))) data.fill(0, 4 * pixel, 4 * pixel + 3);
  }

  const bitmap = sharpBitmap({ width: size, height: size, data });
  expect(bitmapSchema.safeParse(bitmap).success).toBe(true);
  const middle = (index: number) => Math.floor(((index + 0.5) * bitmap.width) / across);
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      expect(isBlack(bitmap, middle(column), middle(row))).toBe(black(column, row));
    }
  }
});
