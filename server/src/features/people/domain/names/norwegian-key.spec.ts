import { describe, expect, it } from '@jest/globals';
import { namePairs } from '../../../../../test/sample-tips.js';
import { loadNameLists } from '../../name-lists.loader.js';
import { givenToken, isSameName, isVariant, type NameToken } from './name-token.js';
import { norwegianKey } from './norwegian-key.js';
import { readNames } from './tip-names.js';
import { nameWords } from './words.js';

const lists = loadNameLists();

describe('the Norwegian key', () => {
  it.each([
    ['Cathrine', 'Katrine'],
    ['Ødegaard', 'Ødegård'],
    ['Bjoern', 'Björn'],
    ['Wold', 'Vold'],
    ['Aamodt', 'Åmot'],
    ['Kielland', 'Kjelland'],
    ['Johansson', 'Johansen'],
    ['Nordfjeld', 'Nordfjell'],
    ['Máret', 'Maret'],
  ])('%s and %s are one name', (a, b) => {
    expect(norwegianKey(a)).toBe(norwegianKey(b));
  });

  it('survives a name of ten thousand letters, punctuation only, and right-to-left text', () => {
    expect(norwegianKey('a'.repeat(10_000))).toBe('o');
    expect(norwegianKey('?!.,')).toBe('');
    expect(norwegianKey('محمد')).toBe('محمد');
  });
});

describe('the labelled name pairs', () => {
  it('are told apart better than by any general measure of likeness', () => {
    const judged = namePairs().map((pair) => ({ ...pair, found: isOneName(pair.a, pair.b) }));
    const right = judged.filter((pair) => pair.found && pair.isSame).length;
    const precision = right / judged.filter((pair) => pair.found).length;
    const recall = right / judged.filter((pair) => pair.isSame).length;
    const f1 = (2 * precision * recall) / (precision + recall);
    process.stdout.write(
      `name pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}\n`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.93);
  });
});

describe('names as people write them', () => {
  const read = (
    firstNames: string | null,
    lastName: string | null = null,
    formerName: string | null = null,
  ) => {
    const names = readNames({ firstNames, lastName, formerName, nickname: null }, lists);
    const texts = (words: readonly NameToken[]) => words.map((token) => token.text);
    return {
      kind: names.kind,
      given: texts(names.person.given),
      surnames: texts(names.person.surnames),
      others: names.others.map((other) => [texts(other.given), texts(other.surnames)]),
    };
  };

  it.each([['Kari og Ola'], ['Kari & Ola'], ['Kari + Ola']])(
    '«%s» are a couple, the first named is the person',
    (written) => {
      expect(read(written, 'Haugen og Dahl')).toEqual({
        kind: 'person',
        given: ['kari'],
        surnames: ['haugen'],
        others: [[['ola'], ['dahl']]],
      });
    },
  );

  it('«Familien» is no given name', () => {
    expect(read('Familien', 'Hummelvoll')).toMatchObject({
      kind: 'family',
      given: [],
      surnames: ['hummelvoll'],
    });
  });

  it('a hyphen is a space, and a surname is a set', () => {
    expect(read('Anne-Marie', 'Sandvik-Myhre', 'Berg')).toMatchObject({
      given: ['anne', 'marie'],
      surnames: ['sandvik', 'myhre', 'berg'],
    });
  });

  it('puts swapped names back, and takes a full name apart', () => {
    expect(read('Bakken', 'Halvor')).toMatchObject({ given: ['halvor'], surnames: ['bakken'] });
    expect(read('Kari Brendryen')).toMatchObject({ given: ['kari'], surnames: ['brendryen'] });
    expect(read(null, 'Kari Brendryen')).toMatchObject({ given: ['kari'], surnames: ['brendryen'] });
  });
});

function isOneName(a: string, b: string): boolean {
  const [one, other] = [tokens(a), tokens(b)];
  if (
    one.map(({ key }) => key).join('') === other.map(({ key }) => key).join('') &&
    one.length !== other.length
  )
    return true;
  return one.some((x) => other.some((y) => isSameName(x, y) || isVariant(x, y)));
}

function tokens(name: string): NameToken[] {
  return nameWords(name).map((word) => givenToken(word, lists));
}
