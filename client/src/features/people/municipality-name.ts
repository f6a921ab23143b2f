import type { Campaign } from '@savner/contract/campaigns';

/** The municipality's name in the campaign; the number itself when it does not take part. */
export function municipalityName(campaign: Campaign, number: string): string {
  return campaign.municipalities.find((municipality) => municipality.number === number)?.name ?? number;
}
