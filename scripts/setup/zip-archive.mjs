import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Offsets and signatures: PKWARE APPNOTE.TXT 6.3, §4.3.7 (local header), §4.3.12 (central directory), §4.3.16 (end).
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const longestComment = 0xffff;
const deflated = 8;

/**
 * Unpacks part of a ZIP file, with the files' permissions. Not for archives over 4 GB or with encryption.
 *
 * @param {string} file
 * @param {string} target a folder
 * @param {(name: string) => string | null} placeOf where in `target` an entry goes; null leaves it out
 */
export async function unzip(file, target, placeOf) {
  const archive = await open(file);
  try {
    for (const entry of await readEntries(archive)) {
      const place = entry.name.endsWith('/') ? null : placeOf(entry.name);
      if (place !== null) await extract(file, await bodyStart(archive, entry), entry, join(target, place));
    }
  } finally {
    await archive.close();
  }
}

/** @typedef {{ name: string, method: number, size: number, offset: number, mode: number }} Entry */

/**
 * @param {import('node:fs/promises').FileHandle} archive
 * @returns {Promise<Entry[]>}
 */
async function readEntries(archive) {
  const { size } = await archive.stat();
  const tail = await read(
    archive,
    Math.max(0, size - endSize - longestComment),
    Math.min(size, endSize + longestComment),
  );
  let end = tail.length - endSize;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('not a ZIP file');

  const directory = await read(archive, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      mode: directory.readUInt32LE(at + 38) >>> 16,
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} archive
 * @param {Entry} entry
 * @returns {Promise<number>} where the entry's bytes begin, behind its own header
 */
async function bodyStart(archive, entry) {
  const header = await read(archive, entry.offset, 30);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/**
 * @param {string} file
 * @param {number} start
 * @param {Entry} entry
 * @param {string} place
 */
async function extract(file, start, entry, place) {
  await mkdir(dirname(place), { recursive: true });
  const mode = entry.mode & 0o777 || 0o644;
  if (entry.size === 0) return writeFile(place, '', { mode });
  const source = createReadStream(file, { start, end: start + entry.size - 1 });
  const target = createWriteStream(place, { mode });
  return entry.method === deflated ? pipeline(source, createInflateRaw(), target) : pipeline(source, target);
}

/**
 * @param {import('node:fs/promises').FileHandle} archive
 * @param {number} position
 * @param {number} length
 */
async function read(archive, position, length) {
  const { buffer, bytesRead } = await archive.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('the ZIP file is cut short');
  return buffer;
}
