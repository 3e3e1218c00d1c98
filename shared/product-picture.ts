import { z } from 'zod';

/** Of its longer side, in pixels: what a key shows is a third of that, so that it is sharp on the densest screen. */
export const PICTURE_SIDE = 192;
export const MOST_PICTURE_BYTES = 30_720;
const MOST_CHARACTERS = Math.ceil(MOST_PICTURE_BYTES / 3) * 4;

/** A WebP no larger than that, as the window has made it small. */
export const smallPictureSchema = z
  .string()
  .max(MOST_CHARACTERS)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Of its bytes: another picture has another, so that an address never shows two. */
export const pictureVersionSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** Where a window finds it, seen from its page. */
export function pictureAddress(version: string): string {
  return `product-picture/${version}.webp`;
}

/** The version that such an address is about; null for any other. */
export function versionAt(url: string): string | null {
  return /^app:\/\/till\/product-picture\/([0-9a-f]{32})\.webp$/.exec(url)?.[1] ?? null;
}
