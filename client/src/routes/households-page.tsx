import { useStandings } from '../features/insight/use-standings.js';
import { HouseholdList } from '../features/people/household-list.js';
import { householdTexts } from '../features/people/texts.js';
import { useServerNow } from '../features/session/use-session.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function HouseholdsPage() {
  const say = useTexts(householdTexts);
  const now = useServerNow();
  return (
    <WithCampaign>
      {(campaign) => (
        <Page title={say('title')} intro={say('intro')} width="wide">
          <HouseholdList
            campaign={campaign}
            now={now}
            householdPath={(id) => `/husstander/${id}`}
            useStandings={useStandings}
          />
        </Page>
      )}
    </WithCampaign>
  );
}
