import type { TipFeatures } from './features.js';
import { type HouseholdLink, householdLink } from './household-link.js';

/** Why two tips may go to one household: one plain Norwegian sentence. */
export function explainHousehold(a: TipFeatures, b: TipFeatures): string {
  return textOf(householdLink(a, b));
}

function textOf(link: HouseholdLink): string {
  switch (link.level) {
    case 'apart':
      return 'Ingenting felles, og ulike steder';
    case 'none':
      return 'Ingenting felles';
    case 'sure':
    case 'review':
      return sentences[link.because];
  }
}

const sentences = {
  door_and_name: 'Samme adresse og et felles etternavn',
  door_and_member: 'Samme adresse, og den ene er nevnt i tipset om den andre',
  door_and_phone: 'Samme adresse og samme telefon',
  phone_and_name: 'Samme telefon og et felles etternavn',
  phone_and_member: 'Samme telefon, og den ene er nevnt i tipset om den andre',
  phone_and_town: 'Samme telefon og samme sted',
  named_member: 'Den ene er nevnt med navn i tipset om den andre',
  door: 'Samme adresse, men ulike navn: samme husstand, eller naboer?',
  phone: 'Samme telefon, men ellers ulike: samme husstand?',
  given_name_of_member: 'Fornavnet er nevnt i tipset om den andre, og de bor på samme sted',
  family_name_and_town: 'Familie med samme etternavn på samme sted',
} as const;
