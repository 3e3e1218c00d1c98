import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { openDatabase } from '../../../electron/storage/open-database';
import type { DataFault } from '../../../shared/recovery';
import { sell, soldIn, upTo } from '../../support/storage/sell';
import { cutTo, fingerprint, garble, tear } from '../../support/storage/spoil';

let folder: string;
const path = () => join(folder, 'caja-qr.db');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-unusable-'));
  const db = openDatabase(path());
  sell(db, ...upTo(60));
  db.close();
  // What the program keeps beside its data shows that there was some.
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'caja-qr-000001-2026-11-23.db'), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const withSql = (sql: string) => () => {
  const db = new Database(path());
  db.exec(sql);
  db.close();
};

interface Case {
  readonly what: string;
  readonly spoil: () => void;
  readonly fault: DataFault;
}

/** Found as soon as the file is opened. */
const plain: readonly Case[] = [
  {
    what: 'another file in its place',
    spoil: () => writeFileSync(path(), 'no database '.repeat(500)),
    fault: 'notADatabase',
  },
  {
    what: 'a head of zeros',
    spoil: () => writeFileSync(path(), Buffer.alloc(statSync(path()).size)),
    fault: 'notADatabase',
  },
  { what: 'a list of tables that is garbled', spoil: () => garble(path(), 100, 3_000), fault: 'damaged' },
  { what: 'data of a newer program', spoil: withSql('PRAGMA user_version = 999'), fault: 'newer' },
];

/** Found only by who reads it. */
const hidden: readonly Case[] = [
  { what: 'a torn page', spoil: () => tear(path(), 'checkout_steps'), fault: 'damaged' },
  { what: 'a torn page of an index', spoil: () => tear(path(), 'checkout_steps_of'), fault: 'damaged' },
  {
    what: 'an end that is missing',
    spoil: () => cutTo(path(), Math.floor(statSync(path()).size / 2)),
    fault: 'damaged',
  },
  { what: 'a table that is missing', spoil: withSql('DROP TABLE checkout_steps'), fault: 'foreign' },
  {
    what: 'a column of another name',
    spoil: withSql('ALTER TABLE sales RENAME COLUMN total TO sum'),
    fault: 'foreign',
  },
  { what: 'no bytes at all', spoil: () => writeFileSync(path(), ''), fault: 'missing' },
  { what: 'no file', spoil: () => rmSync(path()), fault: 'missing' },
];

describe('data that can not be used', () => {
  it.each([...plain, ...hidden])('is recognized by $what, and stays byte for byte as it is', ({ spoil, fault }) => {
    spoil();
    const before = fingerprint(path());
    expect(inspectDatabase(path(), 'quick')).toMatchObject({ ok: false, fault });
    expect(fingerprint(path())).toEqual(before);
  });

  it.each(plain)('is not opened to sell with $what, and stays byte for byte as it is', ({ spoil }) => {
    spoil();
    const before = fingerprint(path());
    expect(() => openDatabase(path())).toThrow();
    expect(fingerprint(path())).toEqual(before);
  });

  it('is recognized when another program owns the file', () => {
    rmSync(path());
    const db = new Database(path());
    db.exec('CREATE TABLE songs (title TEXT)');
    db.close();
    const before = fingerprint(path());
    expect(inspectDatabase(path(), 'skim')).toMatchObject({ ok: false, fault: 'foreign' });
    expect(() => openDatabase(path())).toThrow(/another program/);
    expect(fingerprint(path())).toEqual(before);
  });

  it('still tells the highest number of a sale where that can be read', () => {
    withSql('DROP TABLE checkout_steps')();
    expect(inspectDatabase(path(), 'quick')).toMatchObject({ ok: false, lastNumber: 60 });
  });

  it('keeps the commits of a log that nobody merged, while it is looked at', () => {
    const db = openDatabase(path());
    sell(db, 61);
    const copied = join(folder, 'cut-off.db');
    for (const end of ['', '-wal']) copyFileSync(path() + end, copied + end);
    db.close();
    const before = fingerprint(copied);
    expect(inspectDatabase(copied, 'whole')).toEqual({ ok: true, sales: 61, lastNumber: 61 });
    expect(fingerprint(copied)).toEqual(before);
  });
});

describe('data that can be used', () => {
  it('is found good at every depth, with its sales', () => {
    for (const depth of ['skim', 'quick', 'whole'] as const) {
      expect(inspectDatabase(path(), depth)).toEqual({ ok: true, sales: 60, lastNumber: 60 });
    }
  });

  it('may begin on the first day, where there never was any', () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(inspectDatabase(path(), 'quick')).toEqual({ ok: true, sales: 0, lastNumber: 0 });
    const db = openDatabase(path());
    expect(soldIn(db)).toEqual([]);
    db.close();
  });

  it('may be moved to another folder as it is', () => {
    const moved = join(folder, 'moved');
    mkdirSync(moved);
    renameSync(path(), join(moved, 'caja-qr.db'));
    expect(inspectDatabase(join(moved, 'caja-qr.db'), 'whole')).toMatchObject({ ok: true, sales: 60 });
  });
});
