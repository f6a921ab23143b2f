import { Link } from 'react-router';
import { Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { householdStage, listHouseholds, sortingReason, type HouseholdRow } from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Pager } from '../../ui/pager.js';
import { HouseholdFilters, orderIn } from './household-filters.js';
import { InformBy } from './inform-by.js';
import { StageTag } from './stage-tag.js';
import type { UseStandings } from './standing.js';
import { householdTexts } from './texts.js';

const pageSize = 50;

interface HouseholdListProps {
  readonly campaign: Campaign;
  readonly now: string;
  readonly householdPath: (householdId: string) => string;
  readonly useStandings: UseStandings;
}

export function HouseholdList({ campaign, now, householdPath, useStandings }: HouseholdListProps) {
  const say = useTexts(householdTexts);
  const { get, page } = useAddress();
  const chosen = {
    search: get('sok') || undefined,
    municipality: get('kommune') || undefined,
    stage: householdStage.safeParse(get('steg')).data,
    sortingReason: sortingReason.safeParse(get('grunn')).data,
  };
  const isFiltered = Object.values(chosen).some((value) => value !== undefined);
  const reading = useEndpoint(listHouseholds, {
    params: { campaignId: campaign.id },
    query: { ...chosen, order: orderIn(get('rekkefolge')), page, pageSize },
  });
  return (
    <div className="stack">
      <HouseholdFilters campaign={campaign} isFiltered={isFiltered} />
      <Loaded reading={reading}>
        {({ households, total, counts }) => (
          <>
            <Paragraph className="quiet">
              {say('waitingTotals', {
                sorting: formatNumber(counts.sorting),
                ready: formatNumber(counts.readyForCard),
                blocked: formatNumber(counts.blocked),
              })}
            </Paragraph>
            {total === 0 ? (
              <EmptyState title={isFiltered ? say('noHitsTitle') : say('emptyTitle')}>
                {isFiltered ? say('noHits') : say('empty')}
              </EmptyState>
            ) : (
              <>
                <HouseholdTable {...{ campaign, now, householdPath, households, useStandings }} />
                <Pager page={page} pageSize={pageSize} total={total} />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

interface HouseholdTableProps extends HouseholdListProps {
  readonly households: readonly HouseholdRow[];
}

function HouseholdTable({ campaign, now, householdPath, households, useStandings }: HouseholdTableProps) {
  const say = useTexts(householdTexts);
  const standings = useStandings(
    campaign,
    households.map(({ id }) => id),
  );
  return (
    <DataTable
      caption={say('caption')}
      rows={households}
      keyOf={({ id }) => id}
      columns={[
        {
          header: say('name'),
          cell: ({ id, displayName }) => (
            <Link className="ds-link" to={householdPath(id)}>
              {displayName}
            </Link>
          ),
        },
        {
          header: say('stage'),
          cell: (row) => <StageTag household={row} standing={standings.get(row.id)} />,
        },
        { header: say('place'), cell: ({ place }) => place },
        {
          header: say('field.municipality'),
          cell: (row) => municipalityName(campaign.municipalities, row.municipality),
        },
        { header: say('phone'), cell: ({ hasPhone }) => (hasPhone ? say('yes') : say('no')) },
        { header: say('tips'), kind: 'number', cell: ({ tipCount }) => formatNumber(tipCount) },
        {
          header: say('informBy'),
          cell: ({ id, informBy }) => (
            <InformBy informBy={informBy} now={now} isInformed={standings.get(id)?.isInformed ?? false} />
          ),
        },
      ]}
    />
  );
}
