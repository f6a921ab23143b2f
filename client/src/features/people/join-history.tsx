import { Link } from 'react-router';
import { Details, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { listJoins, type AutomaticJoin, type JoinOrder } from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Pager } from '../../ui/pager.js';
import { likelihoodWords } from './likelihood-words.js';
import { PartingOutcome } from './parting-outcome.js';
import type { PeoplePaths } from './people-paths.js';
import { tieTexts } from './texts.js';
import { Named, TieList } from './tie-list.js';
import { usePartings, type Partings } from './use-partings.js';

const pageSize = 25;

interface JoinHistoryProps {
  readonly campaign: Campaign;
  readonly paths: Pick<PeoplePaths, 'household' | 'tip'>;
  readonly order: JoinOrder;
}

/** The persons the program has put together by itself, for spot checks, each with why and the way to part them. */
export function JoinHistory({ campaign, paths, order }: JoinHistoryProps) {
  const say = useTexts(tieTexts);
  const kept = useKeptFocus<HTMLDivElement>();
  const { page } = useAddress();
  const params = { campaignId: campaign.id };
  const reading = useEndpoint(listJoins, { params, query: { order, page, pageSize } });
  const partings = usePartings(campaign.id);
  return (
    <div className="stack" {...kept}>
      <Paragraph>{say('intro')}</Paragraph>
      <PartingOutcome partings={partings} here={null} householdPath={paths.household} />
      <Loaded reading={reading}>
        {({ joins, total }) =>
          total === 0 ? (
            <EmptyState title={say('emptyTitle')}>{say('empty')}</EmptyState>
          ) : (
            <>
              <DataTable
                caption={say('by.program')}
                rows={joins}
                keyOf={({ personId }) => personId}
                columns={[
                  {
                    header: say('who'),
                    cell: ({ displayName, householdId }) => (
                      <Link className="ds-link" to={paths.household(householdId)}>
                        {displayName}
                      </Link>
                    ),
                  },
                  {
                    header: say('leastSure'),
                    cell: ({ probability }) =>
                      likelihoodWords(probability, (share) => say('over', { share })),
                  },
                  { header: say('at'), cell: ({ joinedAt }) => formatMoment(joinedAt) },
                  {
                    header: say('why'),
                    kind: 'sentence',
                    cell: (join) => <Why join={join} tipPath={paths.tip} partings={partings} />,
                  },
                ]}
              />
              <Pager page={page} pageSize={pageSize} total={total} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

interface WhyProps {
  readonly join: AutomaticJoin;
  readonly tipPath: PeoplePaths['tip'];
  readonly partings: Partings;
}

function Why({ join: { displayName, tipCount, ties }, tipPath, partings }: WhyProps) {
  const say = useTexts(tieTexts);
  return (
    <Details data-size="sm">
      <Details.Summary>
        <Named words={say('tips', { count: tipCount })} of={displayName} />
      </Details.Summary>
      <Details.Content>
        <TieList kind="person" ties={ties} tipPath={tipPath} partings={partings} />
      </Details.Content>
    </Details>
  );
}
