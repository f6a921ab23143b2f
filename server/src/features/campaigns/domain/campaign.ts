import type { CampaignSettings } from '@savner/contract/campaigns';

export interface CampaignMunicipality {
  readonly number: string;
  readonly mayorName: string | null;
  /** The number the team calls from, as printed on the card. */
  readonly callingFrom: string | null;
  /** In the middle of the card's message; missing or null where the template's own words stand. */
  readonly ownWords?: { readonly nb: string | null; readonly nn: string | null };
}

/** A campaign, as stored. */
export interface StoredCampaign {
  id: string;
  name: string;
  region: string;
  startsOn: string;
  endsOn: string;
  state: 'draft' | 'open' | 'closed';
  municipalities: CampaignMunicipality[];
  settings: CampaignSettings;
  contact: { name: string; email: string; phone: string };
  createdAt: Date;
  version: number;
}
