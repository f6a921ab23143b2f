import { FollowUpList } from '../features/hosting/follow-up-list.js';
import { hostingTexts } from '../features/hosting/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

/** `/app/oppfolging`: the host's list. */
export function FollowUpsPage() {
  const say = useTexts(hostingTexts);
  return (
    <WithCampaign>
      {({ id, municipalities }) => (
        <Page title={say('title')} intro={say('intro')}>
          <FollowUpList campaignId={id} municipalities={municipalities} />
        </Page>
      )}
    </WithCampaign>
  );
}
