import { Button } from '@digdir/designsystemet-react';
import { caseStates, getBoard, type BoardCard } from '@savner/contract/call-board';
import type { CallHours } from '@savner/contract/calls';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatMoment, formatTime } from '../../lib/format/format.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts, type Say } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Loaded } from '../../ui/loaded.js';
import { SelectField } from '../../ui/select-field.js';
import { BoardColumns } from './board-columns.js';
import { BoardTable } from './board-table.js';
import { foldedText } from './folded-text.js';
import { teamTexts, type TeamTexts } from './texts.js';

const readEvery = 15_000;

interface TeamBoardProps {
  readonly campaignId: string;
  readonly municipality: { readonly number: string; readonly name: string };
  readonly onChosen: () => void;
}

/** Every household of the municipality by state, re-read while the evening goes on; as columns or as a table. */
export function TeamBoard({ campaignId, municipality, onChosen }: TeamBoardProps) {
  const say = useTexts(teamTexts);
  const sayCommon = useTexts(commonTexts);
  const { get, change } = useAddress();
  const search = get('sok');
  const state = get('tilstand');
  const isTable = get('visning') === 'tabell';
  const board = useEndpoint(
    getBoard,
    { params: { campaignId, municipality: municipality.number } },
    { every: readEvery },
  );
  return (
    <div className="stack">
      <FilterBar
        label={say('filters')}
        searchLabel={say('search')}
        search={search}
        onSearch={(sok) => change({ sok })}
        {...(search === '' && state === '' ? {} : { onClear: () => change({ sok: '', tilstand: '' }) })}
      >
        <SelectField
          size="sm"
          label={say('stateFilter')}
          value={state}
          onChange={(tilstand) => change({ tilstand })}
          choices={[
            { value: '', label: sayCommon('all') },
            ...caseStates.map((value) => ({ value, label: say(`state.${value}`) })),
          ]}
        />
        <Button
          variant="secondary"
          data-size="sm"
          onClick={() => change({ visning: isTable ? '' : 'tabell' })}
        >
          {isTable ? say('showAsBoard') : say('showAsTable')}
        </Button>
      </FilterBar>
      <Loaded reading={board}>
        {({ households, callHours }) => {
          const found = households.filter((card) => matches(card, search, state));
          if (households.length === 0) {
            return <EmptyState title={say('boardEmptyTitle')}>{say('boardEmpty')}</EmptyState>;
          }
          if (found.length === 0) return <EmptyState title={say('noHitsTitle')}>{say('noHits')}</EmptyState>;
          return (
            <>
              <p className="quiet">{hoursWords(callHours, say)}</p>
              {isTable ? (
                <BoardTable {...{ campaignId, municipality, onChosen }} cards={found} />
              ) : (
                <BoardColumns {...{ campaignId, onChosen }} cards={found} />
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function matches({ title, place, state }: BoardCard, search: string, wanted: string): boolean {
  if (wanted !== '' && state !== wanted) return false;
  return foldedText(`${title} ${place ?? ''}`).includes(foldedText(search));
}

function hoursWords({ isOpen, opensAt, closesAt }: CallHours, say: Say<TeamTexts>): string {
  if (isOpen && closesAt !== null) return say('hoursOpen', { time: formatTime(closesAt) });
  return opensAt === null ? '' : say('hoursClosed', { moment: formatMoment(opensAt) });
}
