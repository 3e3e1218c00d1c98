import type { ReactNode } from 'react';

export interface TableRow {
  readonly key: string;
  /** The first says what the row is about. */
  readonly cells: readonly ReactNode[];
  /** Follows from those above. */
  readonly look?: 'sum';
}

interface FigureTableProps {
  /** The element that says its name. */
  readonly labelledBy: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Words at the left, figures at the right. */
export function FigureTable({ labelledBy, columns, rows }: FigureTableProps) {
  return (
    <table className="report-table selectable" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest], look }) => (
          <tr key={key} className={look && `report-${look}`}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
