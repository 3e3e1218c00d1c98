import type { NotedSale, NotedSoak } from './note-sale';

export interface SoakResult {
  readonly sales: readonly (NotedSale & { readonly isRight: boolean })[];
  readonly soak: NotedSoak | null;
  readonly isRight: boolean;
  readonly seconds: number;
}

/** Kinds of behaviour by kinds of fault, and the sums below. */
export function soakTable({ sales, soak, isRight, seconds }: SoakResult): string {
  const kinds = [...new Set(sales.flatMap(({ faults }) => faults))].sort();
  const behaviours = [...new Set(sales.map(({ behaviour }) => behaviour))].sort();
  const rows = behaviours.map((behaviour) => {
    const ours = sales.filter((sale) => sale.behaviour === behaviour);
    const count = (kind: string) => ours.flatMap(({ faults }) => faults).filter((each) => each === kind).length;
    return [
      behaviour,
      ...kinds.map((kind) => String(count(kind) || '·')),
      ...[ours.length, ours.reduce((sum, { cuts }) => sum + cuts, 0), ours.filter((each) => !each.isRight).length].map(
        String,
      ),
    ];
  });
  const heads = kinds.map((_, at) => `f${at + 1}`);
  const table = [['behaviour', ...heads, 'sales', 'power cuts', 'wrong'], ...rows];
  const outcomes = [...new Set(sales.map(({ outcome }) => outcome))]
    .sort()
    .map((outcome) => `${sales.filter((sale) => sale.outcome === outcome).length} ${outcome}`);
  return [
    ...aligned(table),
    '',
    kinds.map((kind, at) => `f${at + 1} ${kind}`).join(' · '),
    `ended: ${outcomes.join(' · ')}`,
    ...(soak ? [sumsInWords(soak)] : []),
    `${isRight ? `${sales.length} sales, every cent accounted for` : 'NOT everything is accounted for'} · ` +
      `seed ${soak?.seed ?? 'unknown'} · ${seconds.toFixed(0)} s`,
  ].join('\n');
}

function sumsInWords({ sums, memory }: NotedSoak): string {
  const { approved, refunded, booked, inReview, orders, papers } = sums;
  return [
    `paid ${pesos(approved)} − given back ${pesos(refunded)} = ${pesos(approved - refunded)}; the till has ${pesos(booked)}` +
      `, of which in Cobros para revisar ${pesos(inReview)}`,
    `${orders} orders · ${papers} papers` +
      (memory ? ` · main process ${memory.atTheStart.toFixed(0)} → ${memory.atTheEnd.toFixed(0)} MB` : ''),
  ].join('\n');
}

function pesos(minorUnits: number): string {
  return (minorUnits / 100).toFixed(2);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}
