import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeWhole, writeWholeSync } from '../../../electron/files/write-whole';
import { mountSmallDisk } from '../../support/storage/small-disk';

const ways = {
  'at once': (path: string, text: string) => Promise.resolve(writeWholeSync(path, [text.slice(0, 3), text.slice(3)])),
  'in its time': writeWhole,
};

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-whole-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** What is on the disk while a file is being written, as a power cut leaves it there. Returns its name. */
function leftBehind(folder: string): string {
  const before = new Set(readdirSync(folder));
  let name = '';
  const bits = function* (): Generator<string> {
    yield 'begun';
    name = readdirSync(folder).find((each) => !before.has(each)) ?? '';
  };
  const path = join(folder, 'cut-short.csv');
  writeWholeSync(path, bits());
  rmSync(path);
  writeFileSync(join(folder, name), 'begun');
  return name;
}

function age(path: string, hours: number): void {
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(path, then, then);
}

describe.for(Object.entries(ways))('a file that is written %s', ([, write]) => {
  it('takes the place of the one before', async () => {
    const folder = aFolder();
    const path = join(folder, 'file.csv');
    writeFileSync(path, 'before');
    expect(await write(path, 'afterwards')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('afterwards');
    expect(readdirSync(folder)).toEqual(['file.csv']);
  });

  it('leaves the one before, and nothing else, when it can not be written', async ({ skip }) => {
    const disk = mountSmallDisk(1);
    if (typeof disk === 'string') return skip(disk);
    onTestFinished(disk.remove);
    const folder = join(disk.folder, 'exports');
    mkdirSync(folder);
    const path = join(folder, 'file.csv');
    writeFileSync(path, 'before');
    // Room for the beginning of it, which a write takes without a word.
    disk.fill(8_192);
    expect(await write(path, 'afterwards'.repeat(2_000))).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['file.csv']);
  });

  it('leaves nothing where there is no folder', async () => {
    const folder = aFolder();
    expect(await write(join(folder, 'nowhere', 'file.csv'), 'afterwards')).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves a person's own files beside it alone, whatever they are called", async () => {
    const folder = aFolder();
    const path = join(folder, 'file.csv');
    const own = ['file.csv.part', 'file.csv.tmp', 'file.part', 'caja-qr.part'];
    for (const name of own) writeFileSync(join(folder, name), name);
    for (const name of own) age(join(folder, name), 48);
    expect(await write(path, 'afterwards')).toBe(true);
    mkdirSync(join(folder, 'folder.csv', 'inside'), { recursive: true });
    expect(await write(join(folder, 'folder.csv'), 'afterwards')).toBe(false);
    expect(readdirSync(folder)).toEqual([...own, 'file.csv', 'folder.csv'].sort());
    for (const name of own) expect(readFileSync(join(folder, name), 'utf8')).toBe(name);
  });

  it('clears up what a power cut left of another, and nothing that is being written', async () => {
    const folder = aFolder();
    const [left, begun] = [leftBehind(folder), leftBehind(folder)];
    age(join(folder, left), 2);
    expect(await write(join(folder, 'file.csv'), 'afterwards')).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([begun, 'file.csv'].sort());
  });

  it('leaves nothing where something stands that no file can replace', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'file.csv', 'inside'), { recursive: true });
    expect(await write(join(folder, 'file.csv'), 'afterwards')).toBe(false);
    expect(readdirSync(folder)).toEqual(['file.csv']);
  });
});

it('what making the file throws is no fault of its place, and nothing is left of it', () => {
  const folder = aFolder();
  const broken = function* (): Generator<string> {
    yield 'begun';
    throw new Error('unreadable');
  };
  expect(() => writeWholeSync(join(folder, 'file.csv'), broken())).toThrow('unreadable');
  expect(readdirSync(folder)).toEqual([]);
});
