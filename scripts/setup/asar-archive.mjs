/**
 * Packs a few small files as an asar archive: a JSON table of names and places behind two Chromium pickles
 * (lengths in 32-bit little endian, text padded to 4 bytes), then the files one after another.
 * Format: https://github.com/electron/asar#format
 *
 * @param {Record<string, string>} files name → text
 * @returns {Buffer}
 */
export function packAsar(files) {
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const table = {};
  const bodies = Object.entries(files).map(([name, text]) => {
    const body = Buffer.from(text);
    table[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    return body;
  });

  const json = Buffer.from(JSON.stringify({ files: table }));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const header = Buffer.concat([uint32(4 + json.length + padding.length), uint32(json.length), json, padding]);
  return Buffer.concat([uint32(4), uint32(header.length), header, ...bodies]);
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
