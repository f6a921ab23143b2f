import type { NameLists } from '../names/name-lists.js';
import { givenToken, surnameToken } from '../names/name-token.js';
import type { NamedPerson } from '../names/tip-names.js';
import type { TipFeatures } from './features.js';

/** Features as they are kept: a name as its text, since all else about it follows from the lists. */
export interface StoredFeatures extends Omit<
  TipFeatures,
  'given' | 'nicknames' | 'surnames' | 'members' | 'generation'
> {
  /** Older versions do not tell. */
  readonly generation?: TipFeatures['generation'];
  readonly given: readonly string[];
  readonly nicknames: readonly string[];
  readonly surnames: readonly string[];
  readonly members: readonly StoredPerson[];
}

interface StoredPerson {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly written: NamedPerson['written'];
}

export function toStored(features: TipFeatures): StoredFeatures {
  return {
    ...features,
    given: features.given.map(textOf),
    nicknames: features.nicknames.map(textOf),
    surnames: features.surnames.map(textOf),
    members: features.members.map(({ given, surnames, written }) => ({
      given: given.map(textOf),
      surnames: surnames.map(textOf),
      written,
    })),
  };
}

export function fromStored(stored: StoredFeatures, lists: NameLists): TipFeatures {
  const given = (texts: readonly string[]) => texts.map((text) => givenToken(text, lists));
  const surnames = (texts: readonly string[]) => texts.map((text) => surnameToken(text, lists));
  return {
    ...stored,
    generation: stored.generation ?? null,
    given: given(stored.given),
    nicknames: given(stored.nicknames),
    surnames: surnames(stored.surnames),
    members: stored.members.map((member) => ({
      given: given(member.given),
      surnames: surnames(member.surnames),
      written: member.written,
    })),
  };
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}
