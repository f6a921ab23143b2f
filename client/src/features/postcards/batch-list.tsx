import { Heading } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { listBatches } from '@savner/contract/postcards';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { BatchCard } from './batch-card.js';
import { postcardTexts } from './texts.js';

interface BatchListProps {
  readonly campaign: Campaign;
  readonly now: string;
  readonly returnedPath: string;
}

/** The campaign's batches, newest first. */
export function BatchList({ campaign, now, returnedPath }: BatchListProps) {
  const say = useTexts(postcardTexts);
  const reading = useEndpoint(listBatches, { params: { campaignId: campaign.id } });
  return (
    <section className="stack" id="partier" aria-labelledby="batches">
      <Heading level={2} data-size="sm" id="batches">
        {say('batches')}
      </Heading>
      <Loaded reading={reading}>
        {({ batches }) =>
          batches.length === 0 ? (
            <EmptyState title={say('noBatchesTitle')}>{say('noBatches')}</EmptyState>
          ) : (
            <ul className="stack plain-list">
              {batches.map((batch) => (
                <li key={batch.id}>
                  <BatchCard {...{ campaign, batch, now, returnedPath }} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
