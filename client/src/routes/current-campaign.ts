import type { Campaign } from '@savner/contract/campaigns';

const storageKey = 'campaign';

/** The campaign the person chose last, else the newest open one, else the newest. */
export function currentCampaign(campaigns: readonly Campaign[]): Campaign | null {
  const chosen = localStorage.getItem(storageKey);
  return (
    campaigns.find((campaign) => campaign.id === chosen) ??
    campaigns.find((campaign) => campaign.state === 'open') ??
    campaigns[0] ??
    null
  );
}

export function rememberCampaign(campaignId: string): void {
  localStorage.setItem(storageKey, campaignId);
}
