import type { TipDraft } from '@savner/contract/people';
import { type Knowledge, type MatchableTip, makeFeatures, type TipFeatures } from '../matching/features.js';
import type { NameLists } from '../names/name-lists.js';
import { foldCase } from '../names/norwegian-key.js';

/** One way to read a half-written tip. */
export interface DraftReading {
  readonly features: TipFeatures;
  /** A word that may be unfinished and is left out here: whoever fits must have a name that begins so, and goes on. */
  readonly begins: { readonly name: 'given' | 'surnames'; readonly text: string } | null;
}

export interface DraftKnowledge extends Knowledge {
  /** E.164, or null when it is no number (yet). */
  readonly phoneIn: (text: string) => string | null;
}

/**
 * Reads a draft as far as it goes; what cannot be read yet counts as not written. First as it stands, then once per name whose
 * last word may be unfinished: three letters or more. A listed given name is finished (Kari is not on the way to Karianne);
 * many a surname begins with another one (Berg, Bergseng). Shorter words count only when they are names.
 */
export function readDraft(
  draft: TipDraft,
  knowledge: DraftKnowledge,
): readonly [DraftReading, ...DraftReading[]] {
  const tip = tipOf(draft, knowledge);
  const isGiven = (word: string) => knowledge.lists.isKnownGiven(foldCase(word));
  const given = unfinished(tip.firstNames, isGiven);
  const surname = unfinished(tip.lastName, () => false);
  const withoutGiven = given && {
    features: makeFeatures({ ...tip, firstNames: given.before }, knowledge),
    begins: { name: 'given', text: foldCase(given.word) } as const,
  };
  const withoutSurname = surname && {
    features: makeFeatures({ ...tip, lastName: surname.before }, knowledge),
    begins: { name: 'surnames', text: foldCase(surname.word) } as const,
  };
  const others = [withoutGiven, withoutSurname].filter((reading) => reading !== null);
  return [{ features: makeFeatures(tip, knowledge), begins: null }, ...others];
}

const longest = 300;

function tipOf(draft: TipDraft, knowledge: DraftKnowledge): MatchableTip {
  const text = (value: string) => value.replace(/\s+/g, ' ').trim().slice(0, longest) || null;
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(draft.birthYear)?.[1];
  const email = text(draft.email);
  return {
    id: 'draft',
    municipality: /^\d{4}$/.test(draft.municipality) ? draft.municipality : '',
    firstNames: withoutStubs(text(draft.firstNames), knowledge.lists),
    lastName: withoutStubs(text(draft.lastName), knowledge.lists),
    formerName: withoutStubs(text(draft.formerName), knowledge.lists),
    nickname: withoutStubs(text(draft.nickname), knowledge.lists),
    birthYear: year === undefined ? null : Number(year),
    phone: knowledge.phoneIn(draft.phone),
    email: email !== null && /^\S+@\S+\.\S{2,}$/.test(email) ? email : null,
    street: text(draft.street),
    postcode: text(draft.postcode),
    place: text(draft.place),
    country: text(draft.country),
    othersInHousehold: text(draft.othersInHousehold),
  };
}

/** «K» and «Ka» say too little; «Bo», «Li» and «og» are words. */
function withoutStubs(text: string | null, lists: NameLists): string | null {
  const words = (text ?? '').split(' ').filter((word) => {
    const letters = foldCase(word);
    if (letters.length > 2 || letters === '' || letters === 'og') return true;
    return lists.isKnownGiven(letters) || lists.isKnownSurname(letters);
  });
  return words.join(' ') || null;
}

function unfinished(
  text: string | null,
  isFinished: (word: string) => boolean,
): { readonly before: string | null; readonly word: string } | null {
  const words = (text ?? '').split(' ');
  const word = words.at(-1) ?? '';
  if (foldCase(word).length < 3 || isFinished(word)) return null;
  return { before: words.slice(0, -1).join(' ') || null, word };
}
