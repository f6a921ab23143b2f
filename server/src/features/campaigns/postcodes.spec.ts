import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { ConfigurationError } from '../../config/config.js';
import { Postcodes } from './postcodes.js';

const postcodes = new Postcodes();

describe('the shipped register of postcodes', () => {
  it.each([
    ['7374', 'Røros'],
    ['7372', 'Glåmos'],
    ['2550', 'Os i Østerdalen'],
    ['2555', 'Tufsingdalen'],
    ['2488', 'Rendalen'],
    ['0001', 'Oslo'],
  ])('knows that %s is %s', (postcode, place) => {
    expect(postcodes.placeOf(postcode)).toBe(place);
  });

  it('knows nothing of a postcode that is not in use', () => {
    expect(postcodes.placeOf('9999')).toBeNull();
  });

  it('takes every postcode for an ordinary one, since it does not tell', () => {
    expect(postcodes.factOf('0045')).toEqual({ place: 'Oslo', kind: 'ordinary' });
  });
});

describe("the post's own register", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'savner-postcodes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines = [
    ['7374', 'RØROS', '5025', 'RØROS', 'G'],
    ['7361', 'RØROS', '5025', 'RØROS', 'P'],
    ['2550', 'OS I ØSTERDALEN', '3430', 'OS', 'B'],
    ['2552', 'DALSBYGDA', '3430', 'OS', 'F'],
    ['9998', 'NY-ÅSVIK PÅ LANDET', '5501', 'TROMSØ', 'G'],
    ['0045', 'OSLO', '0301', 'OSLO', 'S'],
  ];
  const given = (rows: readonly (readonly string[])[], encoding = 'windows-1252') => {
    const file = join(folder, 'register.txt');
    writeFileSync(file, iconv.encode(rows.map((row) => `${row.join('\t')}\r\n`).join(''), encoding));
    return new Postcodes(file);
  };
  const problemOf = (make: () => Postcodes) => {
    try {
      make();
      return null;
    } catch (error) {
      return error instanceof ConfigurationError ? error.problems : error;
    }
  };

  it.each(['windows-1252', 'utf8'])('tells boxes and service postcodes from the others (%s)', (encoding) => {
    const register = given(lines, encoding);
    expect(lines.map(([postcode = '']) => register.factOf(postcode))).toEqual([
      { place: 'Røros', kind: 'ordinary' },
      { place: 'Røros', kind: 'box' },
      { place: 'Os i Østerdalen', kind: 'ordinary' },
      { place: 'Dalsbygda', kind: 'ordinary' },
      { place: 'Ny-Åsvik på Landet', kind: 'ordinary' },
      { place: 'Oslo', kind: 'service' },
    ]);
  });

  it('takes the place of the shipped one', () => {
    expect(given(lines).placeOf('0001')).toBeNull();
    expect([...given(lines).entries()]).toHaveLength(lines.length);
  });

  it.each([
    ['another table', [['7374;RØROS;5025;RØROS;G']], 'line 1: needs five columns'],
    [
      'a place in front',
      [
        ['7374', 'RØROS', '5025', 'RØROS', 'G'],
        ['RØROS', '7374', '', '', 'G'],
      ],
      'line 2: the first column',
    ],
    ['a category nobody knows', [['7374', 'RØROS', '5025', 'RØROS', 'X']], 'letters B, F, G, P and S'],
    ['nothing', [[' ']], 'holds no postcodes'],
  ])('is refused when the file has %s, with line and remedy', (_, rows, words) => {
    expect(problemOf(() => given(rows))).toEqual([expect.stringContaining(words)]);
  });

  it('is refused when it is not there', () => {
    expect(problemOf(() => new Postcodes(join(folder, 'gone.txt')))).toEqual([
      expect.stringMatching(/^POSTCODE_REGISTER: .*cannot be read \(ENOENT\)/),
    ]);
  });
});
