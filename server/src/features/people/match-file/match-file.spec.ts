import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { rootDirectory } from '../../../config/config.js';
import { shippedModel } from '../domain/matching/model.js';
import { matchFile } from './match-file.js';
import { readTips } from './read-tips.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

async function matched(bytes: Uint8Array, members?: number) {
  const [pairs, clusters]: [string[], string[]] = [[], []];
  const into = (pieces: string[]) => (piece: string | Uint8Array) =>
    Promise.resolve(void pieces.push(Buffer.from(piece as Uint8Array).toString()));
  const summary = await matchFile(
    { bytes },
    { model: shippedModel, automaticFrom: 0.95, explanation: 'short' },
    { pairs: into(pairs), clusters: into(clusters) },
    members,
  );
  const rows = (pieces: string[]) => pieces.join('').trimEnd().split('\n').slice(1);
  return { ...summary, pairs: rows(pairs), clusters: rows(clusters) };
}

describe('a list of tips to match', () => {
  it('may have Norwegian headers, be written by Norwegian Excel, and name municipalities in words', () => {
    const text =
      'tips_id;kommune;fornavn;etternavn;telefon\n1;RØROS;Bjørn;Ødegård;900 00 001\n2;roros kommune;Bjørn;Ødegaard;\n';
    const expected = [
      { id: '1', municipality: '5025', lastName: 'Ødegård', phone: '+4790000001' },
      { id: '2', municipality: '5025', phone: null },
    ];
    for (const bytes of [
      iconv.encode(text, 'windows-1252'),
      iconv.encode(text, 'utf-16le', { addBOM: true }),
      utf8(`\ufeff${text}`),
      utf8(`sep=;\r\n${text.replaceAll('\n', '\r\n')}`),
      utf8(text.replaceAll(';', '\t')),
    ])
      expect(readTips({ bytes }).tips).toMatchObject(expected);
  });

  it.each([
    ['1984', 1984],
    ['ca. 1984', 1984],
    ['12.03.1984', 1984],
    ['1984-03-12', 1984],
    ['84', 1984],
    ['’05', 2005],
    ['19', null],
    ['120384', null],
    ['vet ikke', null],
  ])('may tell a birth year as «%s»', (written, birthYear) => {
    const text = `municipality;first_names;birth_year\nTynset;Kari;${written}\n`;
    expect(readTips({ bytes: utf8(text) }).tips).toMatchObject([{ birthYear }]);
  });

  it('goes on past bad rows and names them', async () => {
    const rows = [
      '1;3427;Kari;Berg',
      ';3427;Ola;Berg',
      '1;3427;Siri;Berg',
      '4;3427;?!;',
      ';;;',
      `5;3427;${'a'.repeat(10_000)};Berg`,
      '6;3427;محمد;',
      '7;3427;Liv;Berg;for mye',
      '8;3427;Liv',
      '9;3427;"Ola ""Lillebror""";"Berg\nMoen"',
    ];
    const result = await matched(utf8(`tip_id;municipality;first_names;last_name\n${rows.join('\n')}\n`));
    expect(result.clusters.map((row) => row.split(';')[0])).toEqual(['1', '5', '6', '9']);
    expect(result.blankRows).toBe(1);
    expect(result.faults).toEqual([
      { row: 3, problem: 'no_id' },
      { row: 4, problem: 'repeated_id' },
      { row: 5, problem: 'no_name' },
      { row: 9, problem: 'width' },
      { row: 10, problem: 'width' },
    ]);
  });

  it('goes on after a quotation mark that is never closed, and says where it stands', async () => {
    const long = 'Berg '.repeat(50);
    const many = Array.from({ length: 2_500 }, (_, index) => `${index + 3};Ola${index};${long}`);
    const result = await matched(
      utf8(['id;fornavn;etternavn', '1;Kari;Moen', '2;"Siri;Moen', ...many].join('\n')),
    );
    expect(result.faults).toEqual([{ row: 3, problem: 'endless' }]);
    expect(result.tips).toBe(2_501);
  });

  it('reads a row somebody pasted from an older spreadsheet, and says so', async () => {
    const bytes = Buffer.concat([
      utf8('id;fornavn;etternavn\n1;Bjørn;Ødegård\n'),
      iconv.encode('2;Bjørn;Ødegård\n', 'windows-1252'),
      utf8('3;Gunnlaug;Tøndel\n'),
    ]);
    const result = await matched(bytes);
    expect(result.faults).toEqual([{ row: 3, problem: 'other_encoding' }]);
    expect(result.clusters.slice(0, 2)).toEqual(['1;1;1', '2;1;1']);
  });

  it('needs no ids: a row’s number stands for them', async () => {
    const result = await matched(utf8('fornavn;etternavn\nKari;Berg\n\nOla;Moen\n'));
    expect(result.clusters.map((row) => row.split(';')[0])).toEqual(['rad 2', 'rad 4']);
  });

  it('may be nothing but blank rows', async () => {
    expect(await matched(utf8(`fornavn;etternavn\n${';\n'.repeat(300_000)}`))).toMatchObject({
      tips: 0,
      blankRows: 300_000,
      faultCount: 0,
    });
  });

  it('is refused with the missing columns named', async () => {
    await expect(matched(utf8('navn;adresse\nKari;Oslo\n'))).rejects.toMatchObject({
      code: 'validation_failed',
      message: expect.stringMatching(/^Rad 1: .*«etternavn»/),
    });
  });

  it('comes out as pairs with an explanation, and clusters', async () => {
    const text =
      'tip_id;municipality;first_names;last_name;place\n1;3427;Cathrine;Brendryen;Hamar\n2;3427;Katrine;Brendryen;Hamar\n3;3427;Familien;Berg;Oslo\n';
    const result = await matched(utf8(text));
    expect(result.pairs).toEqual([
      expect.stringMatching(/^1;2;(?:0\.9\d+|1\.0000);auto;.*fornavn Cathrine ≈ Katrine \+\d+,\d/),
    ]);
    expect(result.clusters).toEqual(['1;1;1', '2;1;1', '3;;3']);
  });

  it('says through whom two were joined that would not have been by themselves', async () => {
    const text =
      'tip_id;municipality;first_names;last_name;former_name;birth_year;phone;place\n17;3427;Marthe;Stenserud;Halvorsen;1983;90000001;Hamar\n18;3427;Marte;Halvorsen;;1983;;Hamar\n19;3427;Marthe;Stenserud;;;90000001;\n';
    const { pairs } = await matched(utf8(text));
    const through = pairs.filter((row) => row.includes('gjennom'));
    expect(through).toEqual([expect.stringMatching(/^18;19;0\.\d+;auto;"?Samme person gjennom tips 17: /)]);
    expect(pairs).toHaveLength(3);
  });

  it('names the rule that asks about two who agree in nearly everything', async () => {
    const text =
      'tip_id;municipality;first_names;last_name;birth_year;phone;street;postcode\n1;3427;Per;Røsås;1957;90000001;Storgata 9;2500\n2;3427;Per;Røsås;1991;90000001;Storgata 9;2500\n';
    const { pairs } = await matched(utf8(text));
    expect(pairs).toEqual([
      expect.stringMatching(
        /^1;2;(?:0\.9[5-9]\d+|1\.0000);review;Spør fordi fødselsårene er en generasjon fra hverandre: /,
      ),
    ]);
  });

  it('a text that a spreadsheet would run is defused', async () => {
    const result = await matched(utf8('id;fornavn;etternavn\n=1+1;Kari;Berg\n'));
    expect(result.clusters).toEqual(["'=1+1;'=1+1;'=1+1"]);
    const number = await matched(utf8('id;fornavn;etternavn\n-12;Kari;Berg\n'));
    expect(number.clusters).toEqual(['-12;-12;-12']);
  });

  it('reads a row pasted from a newer spreadsheet into a list from an older one, and says so', async () => {
    const older = Array.from({ length: 5 }, (_, index) => `${index};Bjørn;Ødegård\n`).join('');
    const bytes = Buffer.concat([
      iconv.encode(`id;fornavn;etternavn\n${older}`, 'windows-1252'),
      utf8('9;Bjørn;Ødegård\n'),
    ]);
    const result = await matched(bytes);
    expect(result.faults).toEqual([{ row: 7, problem: 'other_encoding' }]);
    expect(result.persons).toBe(1);
  });

  it('leaves out a row with what is not text, wherever it stands', async () => {
    // More than is read at once.
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index};Ola${index};${'Berg '.repeat(50)}`);
    rows[4_900] = '4900;Ola\u0000;Berg';
    const result = await matched(utf8(`id;fornavn;etternavn\n${rows.join('\n')}\n`));
    expect(result.faults).toEqual([{ row: 4_902, problem: 'not_text' }]);
    expect(result.tips).toBe(4_999);
  });

  it('comes out the same, row by row, however many share the work', async () => {
    const columns = ['tips_id', ...tipValues];
    const list = fc.array(fc.record(Object.fromEntries(columns.map((name) => [name, cell(name)]))), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(list, async (rows) => {
        const lines = rows.map((row, index) =>
          columns.map((name) => (name === 'tips_id' ? String(index % 50) : row[name])).join(';'),
        );
        const text = utf8([columns.join(';'), ...lines].join('\n'));
        const alone = await matched(text, 1);
        expect(await matched(text, 2)).toEqual(alone);
        expect(await matched(text, 3)).toEqual(alone);
      }),
      { numRuns: 15 },
    );
  });

  it('loses no row to a quotation mark that another one far below seems to close', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `t${index};3427;Navn${index};Berg${index}`);
    rows[3] = 'x3;3427;"Ola;Berg';
    rows[20] = 'x20;3427;"Kari";Berg';
    rows[30] = 'x30;3427;"Per ""Pelle"" Olav";"Berg\nog Dal"';
    const { tips, faults } = await matched(utf8(`tips_id;kommune;fornavn;etternavn\n${rows.join('\n')}`));
    expect([tips, faults]).toEqual([39, [{ row: 5, problem: 'endless' }]]);
  });

  it('tells of a row of megabytes once, and of the rows after it by their right numbers', async () => {
    const long = `x;3427;${'Kari '.repeat(700_000)};Berg`;
    const text = `tips_id;kommune;fornavn;etternavn\na;3427;Kari;Berg\n${long}\nb;3427\nc;3427;Ola;Berg\n`;
    const { tips, faults } = await matched(utf8(text));
    expect([tips, faults]).toEqual([
      2,
      [
        { row: 3, problem: 'endless' },
        { row: 4, problem: 'width' },
      ],
    ]);
  });

  it('goes on after however many quotation marks that are never closed', async () => {
    const [groups, perGroup] = [120, 10];
    const long = 'Berg '.repeat(6_000);
    const rows = Array.from({ length: groups * perGroup }, (_, index) =>
      index % perGroup === 0 ? `x${index};3427;"Kari;Berg` : `t${index};3427;Navn${index};${long}`,
    );
    const text = utf8(`tips_id;kommune;fornavn;etternavn\n${rows.join('\n')}\n`);
    const { tips, faults, faultCount } = await matched(text);
    expect([tips, faultCount]).toEqual([groups * (perGroup - 1), groups]);
    expect(faults.every(({ problem }) => problem === 'endless')).toBe(true);
  });

  it('the sample is matched whole', async () => {
    const result = await matched(readFileSync(join(rootDirectory, 'sample-data/tips-sample.csv')));
    expect(result.tips).toBeGreaterThan(590);
    expect(result.automatic).toBeGreaterThan(200);
  });
});

const tipValues = ['kommune', 'fornavn', 'etternavn', 'fødselsår', 'telefon', 'adresse', 'postnummer'];

/** Few values, so that many meet. */
function cell(name: string): fc.Arbitrary<string> {
  const values: Record<string, readonly string[]> = {
    kommune: ['3427', 'Tynset', 'Røros'],
    fornavn: ['Kari', 'Karin', 'Per Olav', 'Ola og Kari', 'Familien', ''],
    etternavn: ['Berg', 'Bergh', 'Nordmo', ''],
    fødselsår: ['1957', '1975', '1991', ''],
    telefon: ['90000001', '90000010', ''],
    adresse: ['Storgata 9', 'Storgt. 09', 'Kirkevegen 1', ''],
    postnummer: ['2500', '7014', ''],
  };
  return fc.constantFrom(...(values[name] ?? ['']));
}
