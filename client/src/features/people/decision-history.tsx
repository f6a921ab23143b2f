import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  getHousehold,
  listDecisions,
  listHouseholds,
  listMatches,
  undoDecision,
  type Decision,
} from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Pager } from '../../ui/pager.js';
import { Problem } from '../../ui/problem.js';
import type { PeoplePaths } from './people-paths.js';
import { matchTexts } from './texts.js';

const pageSize = 50;

interface DecisionHistoryProps {
  readonly campaign: Campaign;
  readonly householdPath: PeoplePaths['household'];
}

/** Everything that has been decided by hand, with the way back. */
export function DecisionHistory({ campaign, householdPath }: DecisionHistoryProps) {
  const say = useTexts(matchTexts);
  const { page } = useAddress();
  const params = { campaignId: campaign.id };
  const reading = useEndpoint(listDecisions, { params, query: { page, pageSize } });
  const undoing = useSend(undoDecision, [listDecisions, listMatches, listHouseholds, getHousehold, getToday]);
  return (
    <div className="stack">
      {undoing.error === null ? null : <Problem error={undoing.error} />}
      <Loaded reading={reading}>
        {({ decisions, total }) =>
          total === 0 ? (
            <EmptyState title={say('historyEmptyTitle')}>{say('historyEmpty')}</EmptyState>
          ) : (
            <>
              <DataTable
                caption={say('history')}
                rows={decisions}
                keyOf={({ id }) => id}
                columns={[
                  {
                    header: say('who'),
                    cell: (decision) => <Who decision={decision} householdPath={householdPath} />,
                  },
                  { header: say('verdict'), cell: (decision) => <Verdict decision={decision} /> },
                  { header: say('by'), cell: ({ decidedBy }) => decidedBy },
                  { header: say('at'), cell: ({ decidedAt }) => formatMoment(decidedAt) },
                  {
                    header: say('undo'),
                    cell: ({ id, undoneAt, undoneBy }) =>
                      undoneAt === null ? (
                        <Confirm
                          ask={say('undo')}
                          question={say('undoQuestion')}
                          yes={say('undo')}
                          onYes={() => undoing.mutate({ params: { ...params, decisionId: id } })}
                        />
                      ) : (
                        say('undone', { name: undoneBy ?? '' })
                      ),
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

function Verdict({ decision: { kind, verdict, origin, why } }: { readonly decision: Decision }) {
  const say = useTexts(matchTexts);
  return (
    <>
      {origin === 'split' ? say(`split.${kind}`) : say(`verdict.${kind}.${verdict}`)}
      {why === '' ? null : <span className="quiet"> – {why}</span>}
    </>
  );
}

interface WhoProps {
  readonly decision: Decision;
  readonly householdPath: PeoplePaths['household'];
}

/** Who was joined, and who was held apart; each leads to the household the tip belongs to now. */
function Who({ decision: { groups }, householdPath }: WhoProps) {
  const say = useTexts(matchTexts);
  return (
    <ul className="plain-list">
      {groups.map((group, at) => (
        <li key={group[0]?.tipId ?? at}>
          {at === 0 ? null : (
            <>
              <span aria-hidden="true">≠ </span>
              <span className="ds-sr-only">{say('apartFrom')} </span>
            </>
          )}
          {group.map(({ tipId, displayName, householdId }, index) => (
            <Fragment key={tipId}>
              {index === 0 ? null : ' = '}
              {householdId === null ? (
                displayName
              ) : (
                <Link className="ds-link" to={householdPath(householdId)}>
                  {displayName}
                </Link>
              )}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}
