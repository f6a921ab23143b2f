import { describe, expect, it } from '@jest/globals';
import { readLetterRows } from './letter-rows.js';

const header = 'names;street;postcode;place;municipality;host;host_phone;own_words';
const row = 'Kari Test;Prøvegata 1;7030;Trondheim;3427;Ingrid Vertestad;00 00 00 00;';

function read(...lines: readonly string[]) {
  return readLetterRows(`${lines.join('\n')}\n`);
}

describe('a table of letters', () => {
  it('may have Norwegian headers in any order, names and wishes with plus signs, and text with semicolons', () => {
    const [given] = read(
      'Navn;Vert;VERT TELEFON;vert_epost;Kommune;Postnummer;Poststed;Adresse;Ønsker;Egne ord;Språk',
      'Kari Test + Ola Test;Ingrid Vertestad;00 00 00 00;i@example.no;3427;7030;Trondheim;Prøvegata 1;jobb+skole;"Hus; og ""hage"",\nmed bær";nn',
    );
    expect(given).toMatchObject({
      row: 2,
      letter: {
        names: ['Kari Test', 'Ola Test'],
        hostEmail: 'i@example.no',
        wishes: ['jobb', 'skole'],
        hostWords: 'Hus; og "hage",\nmed bær',
        language: 'nn',
        mayor: '',
      },
    });
  });

  it('is numbered as in a spreadsheet, empty rows counted but passed over', () => {
    expect(read(header, row, '', ';;;;;;;', row).map(({ row: number }) => number)).toEqual([2, 5]);
  });

  it('says what is wrong with a row of too few or too many fields, and reads the others', () => {
    expect(read(header, 'Kari Test;Prøvegata 1', row, `${row};mer`)).toMatchObject([
      { row: 2, remedy: expect.stringContaining('har 2 felt, men overskriften har 8') as unknown },
      { row: 3, letter: { names: ['Kari Test'] } },
      { row: 4, remedy: expect.stringContaining('har 9 felt') as unknown },
    ]);
  });

  it.each([
    ['a column is missing', 'names;street;postcode;place;municipality', /mangler: «host» \(vert\)\. Legg/],
    ['a column is unknown', `${header};kjæledyr`, /Ukjente kolonner: «kjæledyr»\. Rett navnet/],
    ['a column stands twice', `${header};gate;adresse`, /Ukjente kolonner: «gate».*to ganger: «street»/],
    ['commas stand for semicolons', header.replaceAll(';', ','), /med semikolon mellom/],
    ['it is empty', '', /mangler: «names» \(navn\), «street»/],
    ['a quotation mark is open', `${header}\n"Kari;`, /kan ikke leses\. Bruk semikolon/],
  ])('is refused with what to do when %s', (_, text, refusal) => {
    expect(() => readLetterRows(text)).toThrow(refusal);
  });
});
