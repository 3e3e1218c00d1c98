import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MachineFacts } from './machine-facts';
import { ratiosOf, spreadOf, type Comparison, type Spread } from './statistics';

/** The comparisons as a table for people. */
export function tableOf(comparisons: readonly Comparison[]): string {
  const head = ['measured', 'ours', 'beside', 'theirs', 'ratio', 'aim', ''];
  const rows = comparisons.map((comparison) => {
    const { name, beside, unit, aim, ours, theirs } = comparison;
    const ratio = spreadOf(ratiosOf(comparison));
    return [
      `${name} (n=${ours.length})`,
      `${figures(spreadOf(ours))} ${unit}`,
      beside,
      `${figures(spreadOf(theirs))} ${unit}`,
      figures(ratio),
      `≤ ${aim}`,
      ratio.median <= aim ? 'met' : 'missed',
    ];
  });
  const widths = head.map((_title, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Every measurement, for machines. */
export function writeJson(file: string, machine: MachineFacts, comparisons: readonly Comparison[]): void {
  const results = comparisons.map((comparison) => {
    const ratio = spreadOf(ratiosOf(comparison));
    return {
      name: comparison.name,
      beside: comparison.beside,
      unit: comparison.unit,
      aim: comparison.aim,
      met: ratio.median <= comparison.aim,
      ratio: rounded(ratio),
      ours: { ...rounded(spreadOf(comparison.ours)), each: comparison.ours.map(round) },
      theirs: { ...rounded(spreadOf(comparison.theirs)), each: comparison.theirs.map(round) },
    };
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
}

function figures({ median, low, high }: Spread): string {
  return `${short(median)} (${short(low)}–${short(high)})`;
}

function short(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function rounded({ median, low, high }: Spread): Spread {
  return { median: round(median), low: round(low), high: round(high) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
