import type { Campaign } from '@savner/contract/campaigns';
import { eventKind } from '../../platform/events.js';

export interface CampaignChanged {
  readonly before: Campaign;
  readonly after: Campaign;
}

/** Somebody has changed what a campaign is or how it works. */
export const campaignChanged = eventKind<CampaignChanged>('campaigns.campaign_changed');
