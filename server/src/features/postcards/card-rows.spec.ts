import { describe, expect, it } from '@jest/globals';
import { readCardRows } from './card-rows.js';

const read = (text: string) => readCardRows([Buffer.from(text, 'utf8')]);

describe('a table of cards', () => {
  it('may have Norwegian headers and several names in a field', async () => {
    const text =
      '\ufeffnavn;adresse;postnummer;poststed;kommune\r\nKari Eksempel+Ola Eksempel;"Gata ""1""";7030;Trondheim;3427\r\n';
    const rows = await read(text);
    expect(rows.count).toBe(1);
    expect(rows.at(0)).toMatchObject({
      names: ['Kari Eksempel', 'Ola Eksempel'],
      street: 'Gata "1"',
      municipality: '3427',
      country: '',
    });
    expect(() => rows.at(1)).toThrow(RangeError);
  });

  it('is refused when columns are missing, unknown or doubled, and they are named', async () => {
    await expect(read('navn;adresse;postnummer;poststed\nKari;Gata 1;7030;Trondheim\n')).rejects.toThrow(
      'Kolonner mangler: «municipality» (kommune).',
    );
    const header = 'navn;adresse;postnummer;poststed;kommune';
    await expect(read(`${header};hårfarge\n`)).rejects.toThrow('Ukjente kolonner: «hårfarge».');
    await expect(read(`${header};name\n`)).rejects.toThrow('Kolonner står to ganger: «names».');
    await expect(read('')).rejects.toThrow('Kolonner mangler');
  });

  it('goes on past a row that cannot be read, which says why', async () => {
    const rows = await readCardRows([
      Buffer.from('navn;adresse;postnummer;poststed;kommune\nKari;Gata 1;7030;Trondheim\nP'),
      Buffer.from([0xe5]),
      Buffer.from('l;Gata 2;7030;Trondheim;3427\nOla;Gata 3;7030;Trondheim;3427\n'),
    ]);
    expect([0, 1, 2].map((index) => rows.at(index).fault)).toEqual([
      expect.stringContaining('Raden har 4 felt, men overskriften har 5.'),
      expect.stringContaining('Raden er ikke skrevet i UTF-8'),
      '',
    ]);
  });

  it('is refused when it is no table', async () => {
    await expect(read('navn;adresse;postnummer;poststed;kommune\n"Kari;Gata\n')).rejects.toThrow(
      'Bruk semikolon',
    );
    await expect(read('%PDF-1.7')).rejects.toThrow('Kolonner mangler');
  });

  it('is the same in whatever pieces it comes, letters cut in two and all', async () => {
    const count = 30_000;
    const lines = Array.from(
      { length: count },
      (_, row) => `Åse Prøve ${row};Øvre gate ${row};7030;Trondheim;3427;Ordfører Čáhppe;00`,
    );
    const table = Buffer.from(
      `names;street;postcode;place;municipality;mayor;calling_from\n${lines.join('\n')}`,
    );
    const pieces = function* () {
      for (let start = 0; start < table.length; start += 997) yield table.subarray(start, start + 997);
    };
    const rows = await readCardRows(pieces());
    expect(rows.count).toBe(count);
    for (const row of [0, 1, 11_111, count - 1])
      expect(rows.at(row)).toEqual({
        names: [`Åse Prøve ${row}`],
        street: `Øvre gate ${row}`,
        postcode: '7030',
        place: 'Trondheim',
        country: '',
        municipality: '3427',
        mayor: 'Ordfører Čáhppe',
        callingFrom: '00',
        fault: '',
      });
    expect(() => rows.at(count)).toThrow(RangeError);
  });

  it('is not read on behind a quotation mark that is never closed', async () => {
    let sent = 0;
    const endless = function* () {
      yield Buffer.from('navn;adresse;postnummer;poststed;kommune\n"Kari');
      for (; sent < 10_000; sent += 1) yield Buffer.alloc(1024, 'x');
    };
    await expect(readCardRows(endless())).rejects.toThrow('Korttabellen kan ikke leses');
    expect(sent).toBeLessThan(500);
  });
});
