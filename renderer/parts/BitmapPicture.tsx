import { useEffect, useRef } from 'react';
import { bytesPerRow, type Bitmap } from '../../shared/ticket/bitmap';

interface BitmapPictureProps {
  readonly bitmap: Bitmap;
  readonly label: string;
  readonly className?: string;
}

/** Dots as the printer burns them: black, and nothing where the paper is. */
export function BitmapPicture({ bitmap, label, className }: BitmapPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(bitmap.width, bitmap.height);
    const perRow = bytesPerRow(bitmap.width);
    for (let y = 0; y < bitmap.height; y += 1) {
      for (let x = 0; x < bitmap.width; x += 1) {
        const at = 2 * (y * perRow + (x >> 3));
        const byte = Number.parseInt(bitmap.bits.slice(at, at + 2), 16);
        if ((byte & (0x80 >> (x & 7))) !== 0) image.data[4 * (y * bitmap.width + x) + 3] = 255;
      }
    }
    context.putImageData(image, 0, 0);
  }, [bitmap]);
  return (
    <canvas
      ref={canvas}
      className={className}
      width={bitmap.width}
      height={bitmap.height}
      role="img"
      aria-label={label}
    />
  );
}
