import type { TipSource } from '@savner/contract/tips';
import { foldText } from './fold-text.js';
import type { ReadTip } from './read-tip.js';

/** A tip as it lies in the store: read values for machines, words as they were sent for people. */
export interface StoredTip extends Omit<ReadTip, 'words'> {
  readonly id: string;
  readonly campaignId: string;
  readonly source: TipSource;
  readonly receivedAt: Date;
  /** Who typed it in or imported it; null for the public and the command line. */
  readonly enteredBy: string | null;
  /** About somebody whom only the coordinator may see. */
  readonly isShielded: boolean;
  readonly words: Words;
}

/** The words that are of use after the reading; the choices live on as yes and no. */
export type Words = Omit<ReadTip['words'], 'maySayName' | 'mayContact'>;

/** What the list's search looks in: names, place and numbers, folded. Numbers stand as E.164 digits. */
export function searchTextOf(tip: Pick<ReadTip, 'words' | 'phone' | 'tipperPhone'>): string {
  const { words } = tip;
  return foldText(
    [
      words.firstNames,
      words.lastName,
      words.formerName,
      words.nickname,
      words.place,
      words.postcode,
      words.email,
      tip.phone,
      words.tipperName,
      tip.tipperPhone,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );
}

/** The words to look for, each of which must be found. */
export function searchWords(search: string): string[] {
  return foldText(search.replace(/^\s*\+?00/, ''))
    .split(' ')
    .filter((word) => word !== '');
}
