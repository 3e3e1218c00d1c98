import { useId } from 'react';
import { FigureTable, type TableRow } from './FigureTable';

interface ReportTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A part of a report that is one table. */
export function ReportTable({ title, columns, rows }: ReportTableProps) {
  const id = useId();
  return (
    <section className="report-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <FigureTable labelledBy={id} columns={columns} rows={rows} />
    </section>
  );
}
