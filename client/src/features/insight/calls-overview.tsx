import { Link } from 'react-router';
import { getCallsOverview, type CallCounts } from '@savner/contract/call-board';
import type { Campaign } from '@savner/contract/campaigns';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { insightTexts } from './texts.js';

const counted = [
  'households',
  'callable',
  'held',
  'waiting',
  'blocked',
  'called',
  'reached',
  'moving',
  'interested',
  'later',
  'noThanks',
  'notReached',
] as const satisfies readonly (keyof CallCounts)[];

const readEvery = 15_000;

interface CallsOverviewProps {
  readonly campaign: Campaign;
  readonly boardPath: (municipality: string) => string;
}

/** The municipalities' calling side by side, re-read while the evening goes on. */
export function CallsOverview({ campaign, boardPath }: CallsOverviewProps) {
  const say = useTexts(insightTexts);
  const reading = useEndpoint(
    getCallsOverview,
    { params: { campaignId: campaign.id } },
    { every: readEvery },
  );
  const nameOf = (number: string) => municipalityName(campaign.municipalities, number);
  return (
    <Loaded reading={reading}>
      {({ municipalities }) => {
        const total = (name: (typeof counted)[number]) =>
          municipalities.reduce((sum, counts) => sum + counts[name], 0);
        if (total('households') === 0) {
          return <EmptyState title={say('callsEmptyTitle')}>{say('callsEmpty')}</EmptyState>;
        }
        return (
          <>
            <ul className="grid plain-list">
              {municipalities.map((counts) => (
                <li key={counts.municipality} className="panel">
                  <Link className="ds-link" to={boardPath(counts.municipality)}>
                    {say('openBoard', { name: nameOf(counts.municipality) })}
                  </Link>
                  <ProgressBar label={say('call.reached')} done={counts.reached} total={counts.households} />
                </li>
              ))}
            </ul>
            <DataTable
              caption={say('callsCaption')}
              rows={municipalities}
              keyOf={({ municipality }) => municipality}
              columns={[
                { header: say('municipality'), cell: ({ municipality }) => nameOf(municipality) },
                ...counted.map((name) => ({
                  header: say(`call.${name}`),
                  kind: 'number' as const,
                  cell: (counts: CallCounts) => formatNumber(counts[name]),
                })),
              ]}
            />
          </>
        );
      }}
    </Loaded>
  );
}
