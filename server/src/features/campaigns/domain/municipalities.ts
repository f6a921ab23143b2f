import type { Municipality } from '@savner/contract/campaigns';

/**
 * The municipalities the installation knows, keyed by their official number.
 * Numbers, counties and language forms as of January 2024 (the decree of 15 December 2022 on regional division
 * and the municipalities' own decisions on language form).
 */
export const knownMunicipalities: readonly Municipality[] = [
  { number: '5025', name: 'Røros', samiName: 'Rosse', county: 'Trøndelag', language: 'neutral' },
  { number: '3427', name: 'Tynset', samiName: null, county: 'Innlandet', language: 'neutral' },
  { number: '3426', name: 'Tolga', samiName: null, county: 'Innlandet', language: 'neutral' },
  { number: '3430', name: 'Os', samiName: null, county: 'Innlandet', language: 'neutral' },
  { number: '3428', name: 'Alvdal', samiName: null, county: 'Innlandet', language: 'neutral' },
  { number: '3429', name: 'Folldal', samiName: null, county: 'Innlandet', language: 'neutral' },
  { number: '3424', name: 'Rendalen', samiName: null, county: 'Innlandet', language: 'nb' },
];

/** @throws Error for a number that the register lacks: contract and register disagree */
export function municipalityByNumber(number: string): Municipality {
  const found = knownMunicipalities.find((municipality) => municipality.number === number);
  if (!found) throw new Error(`No municipality has the number ${number}`);
  return found;
}

export function isKnownMunicipality(number: string): boolean {
  return knownMunicipalities.some((municipality) => municipality.number === number);
}
