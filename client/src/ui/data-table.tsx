import type { ReactNode } from 'react';
import { Table } from '@digdir/designsystemet-react';

interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that they can be compared; sentences get the whole width on a phone. */
  readonly kind?: 'number' | 'sentence';
}

interface DataTableProps<Row> {
  /** What the table holds, for those who cannot see it. */
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table that becomes a stack of cards on a phone; the roles keep it a table for screen readers there too. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <div className="table-scroll">
      <Table role="table" className="data-table" data-size="sm" border>
        <caption className="ds-sr-only">{caption}</caption>
        <Table.Head role="rowgroup">
          <Table.Row role="row">
            {columns.map(({ header, kind }) => (
              <Table.HeaderCell key={header} role="columnheader" scope="col" data-kind={kind}>
                {header}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body role="rowgroup">
          {rows.map((row) => (
            <Table.Row key={keyOf(row)} role="row">
              {columns.map(({ header, cell, kind }, at) =>
                at === 0 ? (
                  <Table.HeaderCell key={header} role="rowheader" scope="row">
                    {cell(row)}
                  </Table.HeaderCell>
                ) : (
                  <Table.Cell key={header} role="cell" data-kind={kind} data-label={header}>
                    <span>{cell(row)}</span>
                  </Table.Cell>
                ),
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
