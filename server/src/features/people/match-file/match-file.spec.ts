import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { rootDirectory } from '../../../config/config.js';
import { shippedModel } from '../domain/matching/model.js';
import { matchFile } from './match-file.js';
import { readTips } from './read-tips.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

async function matched(bytes: Uint8Array) {
  const [pairs, clusters]: [string[], string[]] = [[], []];
  const into = (pieces: string[]) => (piece: string | Uint8Array) =>
    Promise.resolve(void pieces.push(Buffer.from(piece as Uint8Array).toString()));
  const summary = await matchFile(
    { bytes },
    { model: shippedModel, automaticFrom: 0.95, explanation: 'short' },
    { pairs: into(pairs), clusters: into(clusters) },
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
    const many = Array.from({ length: 40_000 }, (_, index) => `${index + 3};Ola;Berg`);
    const result = await matched(
      utf8(['id;fornavn;etternavn', '1;Kari;Moen', '2;"Siri;Moen', ...many].join('\n')),
    );
    expect(result.faults).toEqual([{ row: 3, problem: 'endless' }]);
    expect(result.tips).toBe(40_001);
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
      message: expect.stringContaining('«etternavn»'),
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

  it('a text that a spreadsheet would run is defused', async () => {
    const result = await matched(utf8('id;fornavn;etternavn\n=1+1;Kari;Berg\n'));
    expect(result.clusters).toEqual(["'=1+1;'=1+1;'=1+1"]);
  });

  it('the sample is matched whole', async () => {
    const result = await matched(readFileSync(join(rootDirectory, 'sample-data/tips-sample.csv')));
    expect(result.tips).toBeGreaterThan(590);
    expect(result.automatic).toBeGreaterThan(200);
  });
});
