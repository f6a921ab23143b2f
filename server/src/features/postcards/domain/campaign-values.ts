import type { ImagesOnCard } from './card-image.js';
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
  /** What the municipality says in the middle of the message, instead of the template's words. */
  readonly ownWords?: OwnWords | undefined;
}

/** In each form of Norwegian; null where the template's words stand. */
export interface OwnWords {
  readonly nb: string | null;
  readonly nn: string | null;
}

/** What a card is made for, beside the facts. */
export interface CardMaking {
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  readonly language: 'nb' | 'nn';
  readonly images: ImagesOnCard;
}

export const noImages: ImagesOnCard = { photo: null, signature: null };

/**
 * What the cards of a municipality say about the campaign. Unknown facts are empty; the template's texts say what
 * stands instead.
 */
export function campaignValues(
  campaign: CampaignFacts,
  municipality: MunicipalityFacts,
  { publicUrl, language, images }: CardMaking,
): CampaignValues {
  return {
    region: campaign.region,
    municipality: municipality.name,
    municipalities: campaign.municipalities.map(({ name }) => name.toLocaleUpperCase('nb')).join('  ·  '),
    mayor: municipality.mayorName ?? '',
    callingFrom: municipality.callingFrom ?? '',
    ownWords: municipality.ownWords?.[language] ?? '',
    images,
    contactName: campaign.contact.name,
    contactPhone: campaign.contact.phone,
    contactEmail: campaign.contact.email,
    site: siteName(publicUrl),
    codeAddress: codeAddress(publicUrl),
    returnPlace: returnPlaceOf(municipality.number),
  };
}

/** Postcode and place of the town hall; empty where we do not know it. */
export function returnPlaceOf(municipality: string): string {
  return returnPlaces[municipality] ?? '';
}

/** The seven town halls; other municipalities are named without. */
const returnPlaces: Readonly<Record<string, string>> = {
  '5025': '7374 Røros',
  '3424': '2485 Rendalen',
  '3426': '2540 Tolga',
  '3427': '2500 Tynset',
  '3428': '2560 Alvdal',
  '3429': '2580 Folldal',
  '3430': '2550 Os i Østerdalen',
};
