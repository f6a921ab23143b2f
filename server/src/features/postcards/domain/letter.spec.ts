import { describe, expect, it } from '@jest/globals';
import { noImages } from './campaign-values.js';
import { letterContent, type LetterRecord } from './letter.js';

const record: LetterRecord = {
  names: ['Marit Eksempel', 'Åsmund Eksempel'],
  addressLines: ['Marit og Åsmund Eksempel', 'Prøvegata 12 B', '7030 TRONDHEIM'],
  municipality: { number: '3427', name: 'Tynset', mayor: 'Ola Ordfører' },
  language: 'nb',
  host: { name: 'Ingrid Vertestad', phone: '00 00 00 00', email: null },
  wishes: ['jobb', ' hus  med jord', '', 'barnehage'],
  hostWords: null,
};
const making = {
  region: 'Fjellregionen',
  publicUrl: 'https://savner.example.no',
  date: '2026-05-07',
  images: noImages,
};

function own(changes: Partial<LetterRecord>) {
  return letterContent({ ...record, ...changes }, making).record.values;
}

describe('what a letter says', () => {
  it('is every fact in words, and nothing where a fact is missing', () => {
    expect(letterContent(record, making)).toMatchObject({
      language: 'nb',
      values: {
        municipality: 'Tynset',
        mayor: 'Ola Ordfører',
        date: '7. mai 2026',
        returnPlace: '2500 Tynset',
        site: 'savner.example.no',
      },
      record: {
        addressLines: record.addressLines,
        qrContent: null,
        values: {
          greetingName: 'Marit og Åsmund',
          wishes: 'jobb, hus med jord og barnehage',
          hostPhone: '00 00 00 00',
          hostEmail: '',
          hostWords: '',
        },
      },
    });
  });

  it.each([
    ['one', ['Kari Prøvestad'], 'nb', 'Kari', 'du', 'deg'],
    ['one', ['Kari Prøvestad'], 'nn', 'Kari', 'du', 'deg'],
    ['two', ['Kari Prøvestad', 'Ola Test'], 'nb', 'Kari og Ola', 'dere', 'dere'],
    ['two', ['Kari Prøvestad', 'Ola Test'], 'nn', 'Kari og Ola', 'de', 'dykk'],
    ['a family', ['Familien Prøvestad'], 'nb', 'familien Prøvestad', 'dere', 'dere'],
    ['one with a single name', ['Madonna'], 'nb', 'Madonna', 'du', 'deg'],
  ] as const)('speaks to %s %j in %s', (_, names, language, greetingName, you, youObject) => {
    expect(own({ names, language })).toMatchObject({ greetingName, you, youObject });
  });

  it('is drawn apart for each municipality, mayor and language', () => {
    const keys = [
      record,
      { ...record, language: 'nn' as const },
      { ...record, municipality: { ...record.municipality, mayor: null } },
      { ...record, municipality: { number: '3426', name: 'Tolga', mayor: 'Ola Ordfører' } },
    ].map((each) => letterContent(each, making).municipality);
    expect(new Set(keys).size).toBe(4);
    expect(letterContent({ ...record, names: ['Kari Test'] }, making).municipality).toBe(keys[0]);
  });
});
