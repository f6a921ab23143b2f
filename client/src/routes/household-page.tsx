import { Link, useParams } from 'react-router';
import type { Campaign } from '@savner/contract/campaigns';
import { getHousehold } from '@savner/contract/people';
import { useStandings } from '../features/insight/use-standings.js';
import { HouseholdView } from '../features/people/household-view.js';
import { householdTexts } from '../features/people/texts.js';
import { useServerNow } from '../features/session/use-session.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

const paths = {
  household: (id: string) => `/husstander/${id}`,
  tip: (id: string) => `/tips/${id}`,
  duplicates: '/dubletter',
  decisions: '/dubletter/avgjort',
};

export function HouseholdPage() {
  const { householdId = '' } = useParams();
  return (
    <WithCampaign>
      {(campaign) => <OneHousehold key={householdId} campaign={campaign} householdId={householdId} />}
    </WithCampaign>
  );
}

function OneHousehold({
  campaign,
  householdId,
}: {
  readonly campaign: Campaign;
  readonly householdId: string;
}) {
  const say = useTexts(householdTexts);
  const now = useServerNow();
  const standing = useStandings(campaign, [householdId]).get(householdId);
  const reading = useEndpoint(getHousehold, { params: { campaignId: campaign.id, householdId } });
  return (
    <Page
      title={reading.data?.displayName ?? say('title')}
      width="wide"
      actions={
        <Link to="/husstander" className="ds-link">
          {say('toList')}
        </Link>
      }
    >
      <Loaded reading={reading}>
        {(household) => <HouseholdView {...{ campaign, household, now, paths, standing }} />}
      </Loaded>
    </Page>
  );
}
