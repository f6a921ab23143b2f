import { describe, expect, it } from '@jest/globals';
import { explainWords } from './explain-words.js';

const said = (language: 'nb' | 'nn') => {
  const { given, surname, sharedSurname, sameYear, yearsApart, ...plain } = explainWords[language];
  const pairs = [...Object.values(given), ...Object.values(surname), sharedSurname];
  return [
    ...pairs.map((say) => say('Kari', 'Karin')),
    sameYear(1970),
    yearsApart(2),
    ...Object.values(plain).flatMap((words) => Object.values(words)),
  ];
};

describe('the words of an explanation', () => {
  it('are nynorsk in nynorsk and bokmål in bokmål', () => {
    expect(said('nn')).toHaveLength(said('nb').length);
    for (const words of said('nn')) expect(words).not.toMatch(/\b(samme|fornavn|etternavn|fra|ett|bor)\b/i);
    for (const words of said('nb')) expect(words).not.toMatch(/\b(same|fornamn|etternamn|frå|eitt|bur)\b/i);
  });

  it('say something of every level that says something', () => {
    expect(said('nb').filter((words) => words === '')).toHaveLength(7);
  });
});
