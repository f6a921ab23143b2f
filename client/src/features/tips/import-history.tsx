import { Heading } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { listTipImports } from '@savner/contract/tips';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatMoment, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { tipTexts } from './texts.js';

/** Lists taken in before; not shown until there is one. */
export function ImportHistory({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(tipTexts);
  const reading = useEndpoint(listTipImports, { params: { campaignId: campaign.id } });
  const imports = reading.data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <Heading level={2} data-size="sm">
        {say('earlier')}
      </Heading>
      <DataTable
        caption={say('earlier')}
        rows={imports}
        keyOf={({ id }) => id}
        columns={[
          { header: say('file'), cell: ({ fileName }) => fileName },
          { header: say('importedAt'), cell: ({ importedAt }) => formatMoment(importedAt) },
          { header: say('importedBy'), cell: ({ importedBy }) => importedBy },
          {
            header: say('takenIn'),
            kind: 'number',
            cell: ({ counts }) => formatNumber(counts.good - counts.repeated),
          },
          { header: say('notTakenIn'), kind: 'number', cell: ({ counts }) => formatNumber(counts.bad) },
        ]}
      />
    </section>
  );
}
