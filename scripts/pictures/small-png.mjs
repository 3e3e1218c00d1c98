import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
/** A share of the picture: one in as many pixels. */
const leastArea = 400;
const bitDepth = 8;
const indexed = 3;

/**
 * The same picture with at most 256 colours, at a third of the size: a screen is flat, and has thousands of colours only
 * along the edges of its letters.
 *
 * @param {Buffer} png
 * @param {{ readonly width: number, readonly height: number }} size the picture may be larger by a part of a pixel
 * @returns {Promise<Buffer>}
 */
export async function smallPng(png, size) {
  const { width, height } = size;
  const colours = await read(png, size);
  const palette = paletteOf(colours);
  /** @type {Map<number, number>} */
  const places = new Map();
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, index) => {
    const place = places.get(colour) ?? nearest(palette, colour);
    places.set(colour, place);
    // Each row begins with its filter, which is none.
    rows[index + Math.floor(index / width) + 1] = place;
  });

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, indexed], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {Buffer} png
 * @param {{ readonly width: number, readonly height: number }} size
 */
async function read(png, { width, height }) {
  const image = await loadImage(png);
  const [over, under] = [image.width - width, image.height - height];
  if (over < 0 || over > 1 || under < 0 || under > 1) {
    throw new Error(`the picture is ${image.width} by ${image.height} instead of ${width} by ${height}`);
  }
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  // Red, green, blue and an alpha that is always full.
  const colours = new Uint32Array(width * height);
  for (let index = 0, at = 0; index < colours.length; index += 1, at += 4) {
    colours[index] = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  }
  return colours;
}

/**
 * The commonest colours, none too near to another: the distance is the least with which they are few enough. What fills an
 * area stays exactly as it is.
 *
 * @param {Uint32Array} colours of every pixel
 * @returns {number[]}
 */
function paletteOf(colours) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b).map(([colour]) => colour);
  const areas = byCount.filter((colour) => (counts.get(colour) ?? 0) > colours.length / leastArea);
  for (let apart = 1; ; apart += 1) {
    const palette = [...areas];
    for (const colour of byCount) {
      if (palette.some((other) => distance(other, colour) < apart)) continue;
      palette.push(colour);
      if (palette.length > mostColours) break;
    }
    if (palette.length <= mostColours) return palette;
  }
}

/**
 * @param {readonly number[]} palette
 * @param {number} colour
 */
function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  palette.forEach((other, place) => {
    const far = distance(other, colour);
    if (far < least) [best, least] = [place, far];
  });
  return best;
}

/**
 * The largest difference in one channel.
 *
 * @param {number} one
 * @param {number} other
 */
function distance(one, other) {
  return Math.max(
    Math.abs((one >> 16) - (other >> 16)),
    Math.abs(((one >> 8) & 0xff) - ((other >> 8) & 0xff)),
    Math.abs((one & 0xff) - (other & 0xff)),
  );
}

/** @param {number} colour */
function channels(colour) {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
