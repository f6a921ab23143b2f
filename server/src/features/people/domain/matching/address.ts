import { remembered } from '../names/remembered.js';
import { foldCase, norwegianKey } from '../names/norwegian-key.js';

/** A street address taken apart for comparing; null where the text holds no street («bor på Byåsen et sted»). */
export interface StreetAddress {
  /** Key of the street's name, gt/gate/gaten and v/vei/vegen folded together. */
  readonly street: string;
  /** House number; null when only the street was given. */
  readonly number: string | null;
  readonly letter: string | null;
}

/**
 * Reads «Storgt. 9 B», «Kirkevegen 31», «Heimdalsv 26», foreign «12 Murray Street».
 * A text without a house number counts as a street only when it ends like one.
 */
export function readStreet(text: string | null): StreetAddress | null {
  const cleaned = (text ?? '').trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 120);
  if (cleaned === '' || talk.test(cleaned)) return null;
  const after = /^(\D{2,}?)[\s,]*(\d{1,5})\s*-?\s*([a-zæøå])?(?:$|[\s,;/(].*$)/u.exec(cleaned);
  const before = /^(\d{1,5})\s*([a-z])?[\s,]+(\D{3,})$/u.exec(cleaned);
  const parts = after
    ? { name: after[1] ?? '', number: after[2] ?? null, letter: after[3] ?? null }
    : before
      ? { name: before[3] ?? '', number: before[1] ?? null, letter: before[2] ?? null }
      : { name: cleaned, number: null, letter: null };
  if (parts.number === null && !endsLikeStreet.test(parts.name)) return null;
  const street = streetKey(parts.name);
  const number = parts.number === null ? null : String(Number(parts.number));
  return street === '' ? null : { street, number, letter: parts.letter };
}

const streetKey = remembered((name) => {
  const words = name.split(/[\s.,]+/).filter((word) => word !== '');
  return norwegianKey(
    words
      .map((word) => foldCase(word))
      .join('')
      .replace(roadEnding, 'vei')
      .replace(streetEnding, 'gata'),
  );
});

const talk = /^(?:bor|bur|et sted|ein stad|ikke|veit|vet|samme|i nærheten)\b|\bet sted\b|\bein stad\b/u;
const endsLikeStreet =
  /(?:gata|gate|gaten|gt\.?|gat|vei|veien|veg|vegen|vn\.?|v\.|allé|allè|alle|plass|plassen|torg|torget|grenda|grend|bakken|lia|street|road|gatan|vägen|straße|strasse|kroken|stien|svingen|tunet|haugen|åsen)$/u;
const roadEnding = /(?:vegen|veien|veen|veg|vei|vn|väg|vägen|v)$/u;
const streetEnding = /(?:gaten|gaata|gaate|gata|gate|gatan|gat|gt|g)$/u;
