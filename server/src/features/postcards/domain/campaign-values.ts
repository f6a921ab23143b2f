import type { CampaignValues } from './merge-fields.js';
import { codeAddress, siteName } from './card-code.js';

export interface CampaignFacts {
  readonly region: string;
  readonly municipalities: readonly MunicipalityFacts[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

export interface MunicipalityFacts {
  readonly number: string;
  readonly name: string;
  readonly mayorName: string | null;
  readonly callingFrom: string | null;
}

/**
 * What the cards of a municipality say about the campaign. Unknown facts are empty; the template's texts say what
 * stands instead.
 */
export function campaignValues(
  campaign: CampaignFacts,
  municipality: MunicipalityFacts,
  publicUrl: string,
): CampaignValues {
  return {
    region: campaign.region,
    municipality: municipality.name,
    municipalities: campaign.municipalities.map(({ name }) => name.toLocaleUpperCase('nb')).join('  ·  '),
    mayor: municipality.mayorName ?? '',
    callingFrom: municipality.callingFrom ?? '',
    contactName: campaign.contact.name,
    contactPhone: campaign.contact.phone,
    contactEmail: campaign.contact.email,
    site: siteName(publicUrl),
    codeAddress: codeAddress(publicUrl),
    returnPlace: returnPlaces[municipality.number] ?? '',
  };
}

/** Postcode and place of the seven town halls, for the return line; other municipalities are named without. */
const returnPlaces: Readonly<Record<string, string>> = {
  '5025': '7374 Røros',
  '3424': '2485 Rendalen',
  '3426': '2540 Tolga',
  '3427': '2500 Tynset',
  '3428': '2560 Alvdal',
  '3429': '2580 Folldal',
  '3430': '2550 Os i Østerdalen',
};
