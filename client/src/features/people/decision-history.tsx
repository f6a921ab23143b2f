import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
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
import { matchTexts } from './texts.js';

const pageSize = 50;

/** Everything that has been decided by hand, with the way back. */
export function DecisionHistory({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(matchTexts);
  const { page } = useAddress();
  const params = { campaignId: campaign.id };
  const reading = useEndpoint(listDecisions, { params, query: { page, pageSize } });
  const undoing = useSend(undoDecision, [listDecisions, listMatches, listHouseholds, getToday]);
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
                    cell: ({ tips }) => tips.map(({ displayName }) => displayName).join(' · '),
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
      {origin === 'split' ? say('split') : say(`verdict.${kind}.${verdict}`)}
      {why === '' ? null : <span className="quiet"> – {why}</span>}
    </>
  );
}
