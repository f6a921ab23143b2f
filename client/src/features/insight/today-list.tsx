import { Link } from 'react-router';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday, type Today } from '@savner/contract/insight';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { insightTexts } from './texts.js';

/** What runs out first stands first. */
const order = [
  'informBySoon',
  'needsCoordinator',
  'possibleDuplicates',
  'missingAddress',
  'returnedCards',
  'sorting',
  'readyForCard',
  'batchesToPost',
  'overdueFollowUps',
] as const satisfies readonly (keyof Today)[];

const readEvery = 60_000;

interface TodayListProps {
  readonly campaign: Campaign;
  /** The list each number counts. */
  readonly paths: Readonly<Record<keyof Today, string>>;
}

/** What waits for the coordinator: every number opens the list it counts; what is done stands quietly below. */
export function TodayList({ campaign, paths }: TodayListProps) {
  const say = useTexts(insightTexts);
  const reading = useEndpoint(getToday, { params: { campaignId: campaign.id } }, { every: readEvery });
  return (
    <Loaded reading={reading}>
      {(today) => {
        const waiting = order.filter((name) => today[name] > 0);
        const calm = order.filter((name) => today[name] === 0);
        return (
          <>
            {waiting.length === 0 ? (
              <EmptyState title={say('calmTitle')}>{say('calm')}</EmptyState>
            ) : (
              <ul className="grid plain-list">
                {waiting.map((name) => (
                  <li key={name}>
                    <Link
                      to={paths[name]}
                      className="link-card today-card"
                      data-urgent={name === 'informBySoon'}
                    >
                      <span className="figure">{formatNumber(today[name])}</span>
                      <strong>{today[name] === 1 ? say(`today.${name}.one`) : say(`today.${name}`)}</strong>
                      <span className="quiet">{say(`today.${name}.hint`)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {calm.length === 0 || waiting.length === 0 ? null : (
              <section>
                <Heading level={2} data-size="2xs">
                  {say('nothingWaits')}
                </Heading>
                <Paragraph className="quiet">
                  {calm.map((name) => say(`today.${name}`)).join(' · ')}
                </Paragraph>
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
