import type { Language } from '@savner/contract/common';
import { explainWords, type HouseholdReason } from './explain-words.js';
import type { TipFeatures } from './features.js';
import { type HouseholdLink, householdLink } from './household-link.js';

/** Why two tips may go to one household: one plain Norwegian sentence. */
export function explainHousehold(a: TipFeatures, b: TipFeatures, language: Language): string {
  return explainWords[language].household[reasonOf(householdLink(a, b))];
}

function reasonOf(link: HouseholdLink): HouseholdReason {
  switch (link.level) {
    case 'apart':
    case 'none':
      return link.level;
    case 'sure':
    case 'review':
      return link.because;
  }
}
