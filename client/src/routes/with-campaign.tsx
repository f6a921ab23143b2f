import type { ReactNode } from 'react';
import type { SessionUser } from '@savner/contract/accounts';
import type { Campaign } from '@savner/contract/campaigns';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { navigationTexts } from './navigation-texts.js';
import { useSignedIn } from './signed-in.js';

interface WithCampaignProps {
  readonly children: (campaign: Campaign, user: SessionUser) => ReactNode;
}

/** For pages that make sense only inside a campaign; says so calmly when there is none. */
export function WithCampaign({ children }: WithCampaignProps) {
  const say = useTexts(navigationTexts);
  const { campaign, user } = useSignedIn();
  if (campaign !== null) return children(campaign, user);
  return (
    <Page title={say('noCampaign')} intro={say('noCampaignIntro')} width="narrow">
      {null}
    </Page>
  );
}
