import { inventedCards } from './invented-cards.js';
import type { LetterRow } from './letter-row.js';
import type { LetterTemplate } from './template.js';

/** Letters by row, read as they are needed. */
export interface LetterRows {
  readonly count: number;
  /** @param index from 0 */
  at(index: number): LetterRow;
}

/**
 * Letters to people who do not exist, the same ones for the same number. The first is the template's own sample; the
 * others lack one thing or another, as real ones do.
 */
export function inventedLetters(
  count: number,
  municipalities: readonly string[],
  { sample, language }: { readonly sample: LetterTemplate['sample']; readonly language: 'nb' | 'nn' },
): LetterRows {
  const cards = inventedCards(count, municipalities);
  return {
    count,
    at: (index) => {
      const card = cards.at(index);
      const { names, street, postcode, place } = index === 0 ? sample : card;
      const isAbroad = index % 7 === 6;
      return {
        names,
        street,
        postcode: isAbroad ? '831 31' : postcode,
        place: isAbroad ? 'Östersund' : place,
        country: isAbroad ? 'Sverige' : '',
        municipality: card.municipality,
        mayor: index % 5 === 4 ? '' : sample.mayor,
        host: sample.host.name,
        hostPhone: sample.host.phone,
        hostEmail: index % 4 === 1 ? '' : sample.host.email,
        wishes: index % 4 === 2 ? [] : sample.wishes[language],
        hostWords: index % 4 === 3 ? '' : sample.hostWords[language],
        language: '',
      };
    },
  };
}
