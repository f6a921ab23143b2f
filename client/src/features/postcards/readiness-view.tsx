import { Alert, Details, Paragraph } from '@digdir/designsystemet-react';
import type { Readiness } from '@savner/contract/postcards';
import { formatDate, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { postcardTexts } from './texts.js';

/** How many would get a card now, in all and in each municipality. */
export function ReadinessView({ readiness }: { readonly readiness: Readiness }) {
  const say = useTexts(postcardTexts);
  const { ready, firstInformBy, warnings, municipalities } = readiness;
  return (
    <div className="stack">
      <p role="status" className="ready-count">
        <span className="figure">{formatNumber(ready)}</span> {ready === 1 ? say('readyOne') : say('ready')}
      </p>
      {firstInformBy === null ? null : (
        <Paragraph>{say('firstInformBy', { date: formatDate(firstInformBy) })}</Paragraph>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} data-color="warning">
          {warning}
        </Alert>
      ))}
      <Details>
        <Details.Summary>{say('readyPer')}</Details.Summary>
        <Details.Content>
          <DataTable
            caption={say('readyPer')}
            rows={municipalities}
            keyOf={({ number }) => number}
            columns={[
              { header: say('municipality'), cell: ({ name }) => name },
              { header: say('readyColumn'), kind: 'number', cell: (row) => formatNumber(row.ready) },
              { header: say('leftOutColumn'), kind: 'number', cell: (row) => formatNumber(row.leftOut) },
              { header: say('inBatchColumn'), kind: 'number', cell: (row) => formatNumber(row.inBatch) },
              { header: say('postedColumn'), kind: 'number', cell: (row) => formatNumber(row.posted) },
            ]}
          />
        </Details.Content>
      </Details>
    </div>
  );
}
