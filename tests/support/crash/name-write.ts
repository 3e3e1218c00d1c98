import { stepName, phaseOf } from './step-name';

/** One `INSERT`, `UPDATE` or `DELETE`, with the columns that its parameters are for. */
export interface Write {
  readonly verb: 'insert' | 'update' | 'delete';
  readonly table: string;
  readonly columns: readonly string[];
}

/** Null for what writes nothing. Reads the till's own statements, not any SQL. */
export function parseWrite(sql: string): Write | null {
  const insert = /^\s*INSERT INTO (\w+) \(([^)]*)\)\s*VALUES \(([^)]*)\)/i.exec(sql);
  if (insert) {
    const [, table = '', names = '', values = ''] = insert;
    const all = names.split(',').map((name) => name.trim());
    return { verb: 'insert', table, columns: all.filter((_, at) => values.split(',')[at]?.trim() === '?') };
  }
  const change = /^\s*(UPDATE|DELETE FROM) (\w+)/i.exec(sql);
  if (!change) return null;
  const [, verb = '', table = ''] = change;
  const columns = [...sql.matchAll(/(\w+) = \?/g)].map(([, column = '']) => column);
  return { verb: verb.toLowerCase() === 'update' ? 'update' : 'delete', table, columns };
}

/** The row that a write is about to change, as `SELECT json` finds it; null when there is none. */
export type FindRow = (table: string, id: unknown) => unknown;

/** Tables of things that go from step to step, and where their steps are, with what their names begin with. */
const withSteps = new Set(['checkouts', 'refunds']);
const stepTables = new Map([
  ['checkout_steps', ''],
  ['refund_steps', 'refund '],
]);

/** Tables whose writes belong to the step that is written with them. */
const partOfStep = new Set(['sales', 'tenders', 'audit_log']);

/**
 * Gives each write the name under which the cases know it. It remembers what a transaction wrote before, because the
 * name of a step stands in two rows.
 */
export function createWriteNamer(find: FindRow) {
  let phases: { readonly from: string | null; readonly to: string } | null = null;

  return ({ verb, table, columns }: Write, parameters: readonly unknown[]): string | null => {
    const column = (name: string): unknown => parameters[columns.indexOf(name)];
    const json = (): unknown => JSON.parse(String(column('json')));
    if (partOfStep.has(table)) return null;
    if (withSteps.has(table) && verb === 'insert') {
      const before = find(table, column('id'));
      phases = { from: before === null ? null : phaseOf(asState(before)), to: phaseOf(asState(json())) };
      return null;
    }
    const prefix = stepTables.get(table);
    if (prefix !== undefined) {
      const { kind } = asState(JSON.parse(String(column('event'))));
      return phases && `${prefix}${stepName(phases.from, kind, phases.to)}`;
    }
    if (table === 'print_jobs') {
      const before = verb === 'insert' ? null : find(table, column('id'));
      const from = before === null ? 'nothing' : asJob(before).state;
      return `print job, ${from}: ${String(column('state'))}`;
    }
    return verb === 'update' ? `${table}: ${columns[0] ?? ''}` : `${table}: ${verb}`;
  };
}

function asState(value: unknown): Parameters<typeof phaseOf>[0] {
  // Rows of the till's own database, which its own schemas check.
  return value as Parameters<typeof phaseOf>[0];
}

function asJob(value: unknown): { readonly state: string } {
  return value as { readonly state: string };
}
