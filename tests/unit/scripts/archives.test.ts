import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

const { unzip } = (await import(scriptAt('setup/zip-archive.mjs'))) as {
  unzip: (file: string, target: string, placeOf: (name: string) => string | null) => Promise<void>;
};
const { packAsar } = (await import(scriptAt('setup/asar-archive.mjs'))) as {
  packAsar: (files: Record<string, string>) => Buffer;
};

interface ZipEntry {
  readonly name: string;
  readonly body: Buffer;
  readonly mode: number;
  readonly method: 0 | 8;
}

/** A ZIP file by the book (without checksums), written apart from the code that reads it. */
function zipOf(entries: readonly ZipEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, mode, method } of entries) {
    const packed = method === 8 ? deflateRawSync(body) : body;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    // Local headers often carry extra fields that the directory does not.
    const extra = Buffer.from([0x55, 0x54, 1, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), extra, packed]);
    local.writeUInt16LE(extra.length, 28);
    parts.push(local);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, rest, Buffer.from(name)]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, central, end, Buffer.from(comment)]);
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('unzip', () => {
  const entries: readonly ZipEntry[] = [
    { name: 'App/', body: Buffer.alloc(0), mode: 0o40755, method: 0 },
    { name: 'App/run', body: Buffer.from('#!/bin/sh\n'.repeat(500)), mode: 0o100755, method: 8 },
    { name: 'App/sub/año.txt', body: Buffer.from('ñandú'), mode: 0o100644, method: 0 },
    { name: 'App/empty', body: Buffer.alloc(0), mode: 0o100600, method: 8 },
    { name: 'App/left/out', body: Buffer.from('no'), mode: 0o100644, method: 8 },
  ];
  const unpack = async (bytes: Buffer) => {
    const file = join(folder, 'a.zip');
    writeFileSync(file, bytes);
    await unzip(file, join(folder, 'to'), (name) =>
      name.startsWith('App/left/') ? null : name.replace('App/run', 'renamed').replace('App/', ''),
    );
  };

  it('writes each file where it is told, with its bytes and permissions', async () => {
    await unpack(zipOf(entries));
    expect(readFileSync(join(folder, 'to', 'renamed'), 'utf8')).toBe('#!/bin/sh\n'.repeat(500));
    expect(statSync(join(folder, 'to', 'renamed')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(folder, 'to', 'sub', 'año.txt'), 'utf8')).toBe('ñandú');
    expect(statSync(join(folder, 'to', 'empty')).size).toBe(0);
  });

  it('leaves out what has no place', async () => {
    await unpack(zipOf(entries));
    expect(() => statSync(join(folder, 'to', 'left'))).toThrow('ENOENT');
  });

  it('finds the directory behind a comment', async () => {
    await unpack(zipOf(entries, 'PK is how this comment begins'));
    expect(statSync(join(folder, 'to', 'renamed')).size).toBe(5000);
  });

  it('refuses a file that is no archive, and one that is cut short', async () => {
    await expect(unpack(Buffer.from('<html>not found</html>'.repeat(10)))).rejects.toThrow('not a ZIP file');
    const whole = zipOf(entries);
    await expect(unpack(whole.subarray(whole.length - 60))).rejects.toThrow();
  });
});

describe('packAsar', () => {
  it('puts a table before the files, each found at its place', () => {
    const archive = packAsar({ 'package.json': '{"main":"main.js"}', 'main.js': "console.log('ñ')" });
    // As Electron reads it: two pickles, the second holding the table's length in bytes and its text.
    const headerSize = archive.readUInt32LE(4);
    const json = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
    const { files } = JSON.parse(json) as { files: Record<string, { offset: string; size: number }> };
    const read = (name: string) => {
      const at = 8 + headerSize + Number(files[name]?.offset);
      return archive.toString('utf8', at, at + (files[name]?.size ?? 0));
    };
    expect(archive.readUInt32LE(0)).toBe(4);
    expect(archive.readUInt32LE(8)).toBe(headerSize - 4);
    expect(headerSize % 4).toBe(0);
    expect(read('package.json')).toBe('{"main":"main.js"}');
    expect(read('main.js')).toBe("console.log('ñ')");
  });
});
