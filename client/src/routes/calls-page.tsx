import { MessagesToCoordinator } from '../features/insight/messages-to-coordinator.js';
import { CallsOverview } from '../features/insight/calls-overview.js';
import { insightTexts } from '../features/insight/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function CallsPage() {
  const say = useTexts(insightTexts);
  return (
    <WithCampaign>
      {(campaign) => (
        <Page title={say('callsTitle')} intro={say('callsIntro')} width="wide">
          <MessagesToCoordinator campaign={campaign} householdPath={(id) => `/husstander/${id}`} />
          <CallsOverview campaign={campaign} boardPath={(municipality) => `/lag?kommune=${municipality}`} />
        </Page>
      )}
    </WithCampaign>
  );
}
