import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors';
import type { FileFault } from '../../shared/product-file';

/** One row of a table that came as text. `line` is where it begins in the file, counted from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = [';', '\t', ',', '|'] as const;

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads separated values, whichever character separates them. Lines without anything in them are left out. */
export function splitTable(text: string): Result<readonly TableRow[], FileFault> {
  // "sep=;" is how Excel is told, and nobody else.
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const before = told ? 1 : 0;
  try {
    const records: unknown = parse(body, {
      delimiter: told?.[1] ?? separatorOf(body),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
    const rows = recordsSchema.parse(records).map(({ record, info }) => ({
      // Its count is of the line on which the record ends.
      line: before + info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }));
    return ok(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch (error) {
    if (error instanceof CsvError) return fail('badQuotes');
    throw error;
  }
}

/** The one that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const first = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({ separator, times: first.split(separator).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).separator;
}
