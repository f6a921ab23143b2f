import type { Campaign } from '@savner/contract/campaigns';
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
    municipalities: row.municipalities.map((own) => ({ ...municipalityByNumber(own.number), ...own })),
    settings: row.settings,
    contact: row.contact,
    version: row.version,
  };
}
