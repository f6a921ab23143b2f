import { cleanText } from './text-cleaning.js';

/**
 * The line that names the household on the card: `Kari Nordmann`, `Kari og Ola Nordmann`,
 * `Kari Berg og Ola Nordmann`, `Kari, Ola og Per Nordmann`. Names are whole names, the given name first.
 * A family without given names stays as it is written: `Familien Nordmann`.
 * @returns an empty text when there is no name
 */
export function cardName(names: readonly string[]): string {
  const people = [...new Set(names.map(cleanText).filter((name) => name !== ''))].map(splitName);
  const shortened = people.map((person, index) => {
    const next = people[index + 1];
    const sharesWithNext = person.given !== '' && next?.given && next.family === person.family;
    return sharesWithNext ? person.given : [person.given, person.family].filter(Boolean).join(' ');
  });
  return listed(shortened);
}

interface SplitName {
  readonly given: string;
  readonly family: string;
}

function splitName(name: string): SplitName {
  const words = name.split(' ');
  if (words.length < 2 || /^familien?$/i.test(words[0] ?? '')) return { given: '', family: name };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`;
}
