import type { RowProblem } from '@savner/contract/tips';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { tipTexts } from './texts.js';

/** Which rows of a list are at fault, in which column, and what to do. */
export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  const say = useTexts(tipTexts);
  return (
    <DataTable
      caption={say('problems')}
      rows={problems}
      keyOf={({ row, field, code }) => `${row} ${field} ${code}`}
      columns={[
        { header: say('row'), cell: ({ row }) => `${say('row')} ${row}` },
        { header: say('column'), cell: ({ header, field }) => header ?? say(`field.${field}`) },
        { header: say('remedy'), kind: 'sentence', cell: ({ message }) => message },
      ]}
    />
  );
}
