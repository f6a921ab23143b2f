import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { rootDirectory } from '../../../config/config.js';
import { matchFile } from './match-file.js';
import { readTipsFile } from './tips-file.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const options = { automaticFrom: 0.95, explanation: 'short' } as const;

describe('a list of tips to match', () => {
  it('may have Norwegian headers, be written by Norwegian Excel, and name municipalities in words', async () => {
    const text =
      'tips_id;kommune;fornavn;etternavn;telefon\n1;RØROS;Bjørn;Ødegård;900 00 001\n2;roros kommune;Bjørn;Ødegaard;\n';
    const { tips } = await readTipsFile(iconv.encode(text, 'windows-1252'));
    expect(tips).toMatchObject([
      { id: '1', municipality: '5025', lastName: 'Ødegård', phone: '+4790000001' },
      { id: '2', municipality: '5025', phone: null },
    ]);
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
    ];
    const { tips, faults } = await readTipsFile(
      bytes(`tip_id;municipality;first_names;last_name\n${rows.join('\n')}\n`),
    );
    expect(tips.map(({ id }) => id)).toEqual(['1', '5', '6']);
    expect(faults).toMatchObject([{ row: 3 }, { row: 4 }, { row: 5 }]);
    expect(tips[1]?.firstNames).toHaveLength(300);
  });

  it('needs no ids: a row’s number stands for them', async () => {
    const { tips } = await readTipsFile(bytes('fornavn;etternavn\nKari;Berg\n\nOla;Moen\n'));
    expect(tips.map(({ id }) => id)).toEqual(['rad 2', 'rad 4']);
  });

  it('is refused with the missing columns named', async () => {
    await expect(readTipsFile(bytes('navn;adresse\nKari;Oslo\n'))).rejects.toMatchObject({
      code: 'validation_failed',
      message: expect.stringContaining('«etternavn»'),
    });
  });

  it('comes out as pairs with an explanation, and clusters', async () => {
    const text =
      'tip_id;municipality;first_names;last_name;place\n1;3427;Cathrine;Brendryen;Hamar\n2;3427;Katrine;Brendryen;Hamar\n3;3427;Familien;Berg;Oslo\n';
    expect(await matchFile(bytes(text), options)).toMatchObject({
      pairs: [
        { a: '1', b: '2', decision: 'auto', explanation: expect.stringContaining('Cathrine ≈ Katrine') },
      ],
      clusters: [
        { tipId: '1', personId: '1', householdId: '1' },
        { tipId: '2', personId: '1', householdId: '1' },
        { tipId: '3', personId: null, householdId: '3' },
      ],
    });
  });

  it('the sample is matched whole', async () => {
    const matched = await matchFile(
      readFileSync(join(rootDirectory, 'sample-data/tips-sample.csv')),
      options,
    );
    expect(matched.tipCount).toBeGreaterThan(590);
    expect(matched.pairs.filter(({ decision }) => decision === 'auto').length).toBeGreaterThan(200);
  });
});
