import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeWhole, writeWholeSync } from '../../../electron/files/write-whole';

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
    if (process.platform !== 'linux') skip('there is no /dev/full');
    const folder = aFolder();
    const path = join(folder, 'file.csv');
    writeFileSync(path, 'before');
    symlinkSync('/dev/full', `${path}.part`);
    expect(await write(path, 'afterwards')).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['file.csv']);
    expect(await write(join(folder, 'nowhere', 'file.csv'), 'afterwards')).toBe(false);
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
