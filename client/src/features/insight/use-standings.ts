import type { Campaign } from '@savner/contract/campaigns';
import { getStandings, type HouseholdStanding } from '@savner/contract/insight';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatDate } from '../../lib/format/format.js';
import { type Say, useTexts } from '../../lib/texts/texts.js';
import { insightTexts } from './texts.js';

/** How far households have come after the sorting, with the words for it. */
export function useStandings(campaign: Campaign, householdIds: readonly string[]) {
  const say = useTexts(insightTexts);
  const { data } = useEndpoint(
    getStandings,
    { params: { campaignId: campaign.id }, query: { householdIds: householdIds.join(',') } },
    { when: householdIds.length > 0 },
  );
  return new Map(
    (data?.standings ?? []).map((standing) => [
      standing.householdId,
      { words: wordsFor(standing, say), color: colorOf(standing), isInformed: standing.isInformed },
    ]),
  );
}

/** Null when only the sorting can tell: the household has neither card nor call. */
function wordsFor({ card, postedOn, call }: HouseholdStanding, say: Say<typeof insightTexts.nb>) {
  if (call !== null && call !== 'waiting' && call !== 'blocked') return say(`standing.${call}`);
  if (card === 'posted' && postedOn !== null) return say('standing.posted', { date: formatDate(postedOn) });
  return card === 'in_batch' ? say('standing.in_batch') : null;
}

function colorOf({ call }: HouseholdStanding): 'success' | 'info' | 'neutral' {
  if (call === 'callable' || call === 'with_host') return 'success';
  return call === 'done' || call === 'not_reached' ? 'neutral' : 'info';
}
