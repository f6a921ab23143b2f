import { cleanText } from './text-cleaning.js';

/**
 * The line that names the household on the card: `Kari Nordmann`, `Kari og Ola Nordmann`,
 * `Kari Berg og Ola Nordmann`, `Kari, Ola og Per Nordmann`. Names are whole names, the given name first.
 * A family without given names stays as it is written: `Familien Nordmann`.
 * @returns an empty text when there is no name
 */
export function cardName(names: readonly string[]): string {
  const people = peopleIn(names);
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

/**
 * How a letter greets the household: `Kari`, `Kari og Ola`, `familien Nordmann`. Who has one name only is greeted by it.
 * @returns an empty text when there is no name
 */
export function greetingName(names: readonly string[]): string {
  return listed(peopleIn(names).map(({ given, family }) => given || family.replace(/^F(?=amilien? )/, 'f')));
}

/** Whether the household is spoken to as several: two adults, or a family. */
export function isSeveral(names: readonly string[]): boolean {
  const people = peopleIn(names);
  return people.length > 1 || people.some(({ family }) => /^familien? /i.test(family));
}

/** `jobb`, `jobb og skole`, `jobb, hus og skole`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}

function peopleIn(names: readonly string[]): SplitName[] {
  return [...new Set(names.map(cleanText).filter((name) => name !== ''))].map(splitName);
}
