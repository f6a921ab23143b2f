import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  getHousehold,
  joinOrder,
  joinOrders,
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
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Pager } from '../../ui/pager.js';
import { SelectField } from '../../ui/select-field.js';
import { JoinHistory } from './join-history.js';
import { Problem } from '../../ui/problem.js';
import type { PeoplePaths } from './people-paths.js';
import { matchTexts, tieTexts } from './texts.js';
import { Named } from './tie-list.js';

const pageSize = 50;

interface DecisionHistoryProps {
  readonly campaign: Campaign;
  readonly paths: Pick<PeoplePaths, 'household' | 'tip'>;
}

const byProgram = 'programmet';

/** Everything that has been decided: by hand, or by the program itself. */
export function DecisionHistory({ campaign, paths }: DecisionHistoryProps) {
  const say = useTexts(tieTexts);
  const { get, change } = useAddress();
  const isByProgram = get('av') === byProgram;
  const order = joinOrder.safeParse(get('rekkefolge')).data ?? 'newest';
  return (
    <div className="stack">
      <div className="fields fields--few">
        <SelectField
          size="sm"
          label={say('show')}
          value={isByProgram ? byProgram : ''}
          onChange={(av) => change({ av, rekkefolge: '' })}
          choices={[
            { value: '', label: say('by.us') },
            { value: byProgram, label: say('by.program') },
          ]}
        />
        {isByProgram ? (
          <SelectField
            size="sm"
            label={say('order')}
            value={order}
            onChange={(rekkefolge) => change({ rekkefolge })}
            choices={joinOrders.map((one) => ({ value: one, label: say(`order.${one}`) }))}
          />
        ) : null}
      </div>
      {isByProgram ? (
        <JoinHistory campaign={campaign} paths={paths} order={order} />
      ) : (
        <Answers campaign={campaign} householdPath={paths.household} />
      )}
    </div>
  );
}

interface AnswersProps {
  readonly campaign: Campaign;
  readonly householdPath: PeoplePaths['household'];
}

/** Everything that has been decided by hand, with the way back. */
function Answers({ campaign, householdPath }: AnswersProps) {
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
                    cell: (decision) => (
                      <Undo
                        decision={decision}
                        onUndo={() => undoing.mutate({ params: { ...params, decisionId: decision.id } })}
                      />
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

function Undo({ decision: { undoneAt, undoneBy, groups, decidedAt }, onUndo }: UndoProps) {
  const say = useTexts(matchTexts);
  const kept = useKeptFocus<HTMLDivElement>();
  const names = groups
    .flat()
    .map(({ displayName }) => displayName)
    .join(' / ');
  return (
    <div {...kept}>
      {undoneAt === null ? (
        <Confirm
          ask={<Named words={say('undo')} of={`${names}, ${formatMoment(decidedAt)}`} />}
          question={say('undoQuestion')}
          yes={say('undo')}
          onYes={onUndo}
        />
      ) : (
        say('undone', { name: undoneBy ?? '' })
      )}
    </div>
  );
}

interface UndoProps {
  readonly decision: Decision;
  readonly onUndo: () => void;
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
