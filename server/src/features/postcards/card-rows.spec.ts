import { describe, expect, it } from '@jest/globals';
import { readCardRows } from './card-rows.js';

describe('a table of cards', () => {
  it('may have Norwegian headers and several names in a field', () => {
    const text =
      '\ufeffnavn;adresse;postnummer;poststed;kommune\r\nKari Eksempel+Ola Eksempel;"Gata ""1""";7030;Trondheim;3427\r\n';
    expect(readCardRows(text)).toMatchObject([
      { names: ['Kari Eksempel', 'Ola Eksempel'], street: 'Gata "1"', municipality: '3427', country: '' },
    ]);
  });

  it('is refused with line and column when something is missing', () => {
    expect(() => readCardRows('navn;adresse;postnummer;poststed\nKari;Gata 1;7030;Trondheim\n')).toThrow(
      'Linje 2: Kolonnen «municipality» (kommune) mangler.',
    );
  });

  it('is refused when it is no table', () => {
    expect(() => readCardRows('navn;adresse\n"Kari;Gata\n')).toThrow('Bruk semikolon');
  });
});
