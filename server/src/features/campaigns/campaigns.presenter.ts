import type { Campaign } from '@savner/contract/campaigns';
import type { PublicCampaign } from '@savner/contract/pages';
import type { StoredCampaign } from './domain/campaign.js';
import { municipalityByNumber } from './domain/municipalities.js';

export function presentCampaign(row: StoredCampaign): Campaign {
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    state: row.state,
    languages: ['nb', 'nn'],
    municipalities: row.municipalities.map((own) => ({
      ...municipalityByNumber(own.number),
      ...own,
      ownWords: own.ownWords ?? { nb: null, nn: null },
    })),
    settings: row.settings,
    contact: row.contact,
    version: row.version,
  };
}

/** What the world may know of a campaign. */
export function publicCampaign({ name, region, municipalities, contact }: Campaign): PublicCampaign {
  const named = municipalities.map((one) => ({ number: one.number, name: one.name }));
  return { name, region, municipalities: named, contact };
}
