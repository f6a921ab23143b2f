import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { sampleFile, sampleTruth } from '../../../../test/sample-campaign.js';
import { NorwegianCalendar } from '../../../platform/calendar.js';
import { parsePhone } from '../../../platform/phone-numbers.js';
import { knownMunicipalities } from '../../campaigns/index.js';
import { isRefused } from '../domain/tip-problems.js';
import { isNationalId } from '../../../platform/national-id.js';
import { type ListedRow, type ListRules, openTipList } from './tip-list.js';

const rules: ListRules = {
  now: new Date('2026-02-03T18:00:00+01:00'),
  calendar: new NorwegianCalendar(),
  thisYear: 2026,
  municipalities: { participating: knownMunicipalities, register: knownMunicipalities },
  parsePhone,
  isNationalId,
  language: 'nb',
};

async function read(bytes: Uint8Array | string): Promise<ListedRow[]> {
  const list = openTipList(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, rules);
  const rows: ListedRow[] = [];
  for await (const row of list.rows) rows.push(row);
  return rows;
}

const codes = (row: ListedRow | undefined) =>
  row && !row.ok ? row.problems.map(({ field, code }) => `${field} ${code}`) : [];
const header = 'kommune;fornavn;etternavn;poststed';

describe('the sample campaign’s list', () => {
  it('is judged as its truth file says, row by row', async () => {
    const rows = await read(sampleFile);
    const truths = [...sampleTruth.values()];
    expect(rows).toHaveLength(truths.length);
    const wrong = rows.flatMap((row, index) => {
      const truth = truths[index];
      const said = row.ok ? 'ok' : isRefused(row.problems) ? 'refuse' : 'row_error';
      return said === truth?.expect
        ? []
        : [{ tip: truth?.tipId, expected: truth?.expect, said, codes: codes(row) }];
    });
    expect(wrong).toEqual([]);
  });

  it('says the same when Excel has saved it as Windows-1252 or UTF-16', async () => {
    const text = sampleFile.toString('utf8');
    const good = (rows: ListedRow[]) => rows.filter((row) => row.ok).length;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(good(await read(iconv.encode(text, 'windows-1252')))).toBe(576);
    expect(good(await read(utf16))).toBe(576);
  });
});

describe('the bytes of a list', () => {
  const row = '5025;Šárka;Žižka;Röros € – ž';
  it.each([
    ['utf-8', Buffer.from(`${header}\n${row}`)],
    ['utf-8', Buffer.from(`\ufeff${header}\r\n${row}\r\n`)],
    ['windows-1252', iconv.encode(`${header}\r\n${row.replace('á', 'a')}`, 'windows-1252')],
    ['utf-16', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(`${header}\n${row}`, 'utf-16be')])],
  ])('are read as %s with every letter kept', async (encoding, bytes) => {
    const list = openTipList(bytes, rules);
    expect(list.encoding).toBe(encoding);
    const [first] = await read(bytes);
    expect(first).toMatchObject({ ok: true, tip: { words: { lastName: 'Žižka', place: 'Röros € – ž' } } });
  });

  it('are refused with a remedy when they are an Excel workbook or a picture', () => {
    expect(() => openTipList(Buffer.from('PK\u0003\u0004…'), rules)).toThrow(/Lagre den som CSV/);
    expect(() => openTipList(Buffer.from([0x89, 0x50, 0, 1]), rules)).toThrow(/ikke en tekstfil/);
  });
});

describe('the headers of a list', () => {
  it.each([
    ['Kommune,Fornavn,Etternavn,Sted', ','],
    ['MUNICIPALITY\tFirst names\tlast_name\tplace', '\t'],
    ['"kommune";"fornavn";"etternavn";"Poststed"', ';'],
    ['sep=;\r\nkommune;fornavn;etternavn;poststed', ';'],
  ])('may be «%s»', async (line, delimiter) => {
    const list = openTipList(
      Buffer.from(`${line}\n${['5025', 'Kari', 'Vold', 'Oslo'].join(delimiter)}`),
      rules,
    );
    expect(list.delimiter).toBe(delimiter);
    for await (const row of list.rows)
      expect(row).toMatchObject({ ok: true, row: 2, tip: { municipality: '5025' } });
  });

  it('that are not a tip’s are shown as left out', () => {
    const { columns } = openTipList(Buffer.from(`${header};Skonummer\n`), rules);
    expect(columns.at(-1)).toEqual({ header: 'Skonummer', column: null });
  });

  it.each([
    ['kommune;fornavn;fornavn', /«fornavn» står over flere kolonner/],
    ['fornavn;etternavn;telefon', /«kommune» mangler/],
    ['kommune;telefon', /«etternavn» mangler/],
    ['3427;Kari;Vold', /Første rad må være overskrifter/],
    ['', /Første rad må være overskrifter/],
  ])('«%s» are refused by name', (line, message) => {
    expect(() => openTipList(Buffer.from(line), rules)).toThrow(message);
  });
});

describe('a bad row', () => {
  it('never stops the others, and is numbered as the spreadsheet numbers it', async () => {
    const rows = await read(
      `${header}\n3427;Kari;Vold;Oslo\n\n3427;Kari;Vold\n3427;Ola;Vold;Bergen;mer\n3427;Per;Vold;Moss;;\n`,
    );
    expect(rows.map((row) => [row.row, row.ok, ...codes(row)])).toEqual([
      [2, true],
      [4, false, 'row row.width'],
      [5, false, 'row row.width'],
      [6, true],
    ]);
  });

  it('tells which quotation mark is never closed', async () => {
    const rows = await read(`${header}\n3427;Kari;Vold;Oslo\n3427;"Ola;Vold;Bergen\n3427;Per;Vold;Moss\n`);
    expect(rows.map((row) => [row.row, ...codes(row)])).toEqual([[2], [3, 'row row.quote_open']]);
  });

  it('has its header named as it stands in the file', async () => {
    const [row] = await read('Kommune;Etternavn;Mobil\nTynset;Vold;829 12 345');
    expect(row).toMatchObject({
      ok: false,
      problems: [{ row: 2, field: 'phone', header: 'Mobil', code: 'phone.not_callable' }],
    });
  });

  it('may be a tip id used twice for different tips, but not a row that stands twice', async () => {
    const rows = await read(
      `tips_id;${header}\nA1;3427;Kari;Vold;Oslo\nA1;3427;Kari;Vold;Oslo\nA1;3427;Per;Vold;Oslo\n`,
    );
    expect(rows.map(codes)).toEqual([[], [], ['tipId tip_id.repeated']]);
  });

  it.each([
    ['2026-02-30', 'received_at.form'],
    ['i går', 'received_at.form'],
    ['04.02.2026', 'received_at.future'],
  ])('may be received «%s»', async (time, code) => {
    const [row] = await read(`mottatt;${header}\n${time};3427;Kari;Vold;Oslo`);
    expect(codes(row)).toEqual([`receivedAt ${code}`]);
  });

  it('with a name of ten thousand letters is named, and no more', async () => {
    const [row] = await read(`${header}\n3427;${'a'.repeat(10_000)};Vold;Oslo`);
    expect(codes(row)).toEqual(['firstNames field.too_long']);
  });
});

describe('times in a list', () => {
  it.each([
    ['2026-01-12T20:31:07', '2026-01-12T19:31:07.000Z'],
    ['12.01.2026 20:31', '2026-01-12T19:31:00.000Z'],
    ['12.7.2025', '2025-07-11T22:00:00.000Z'],
  ])('are local: %s', async (time, instant) => {
    const [row] = await read(`mottatt;${header}\n${time};3427;Kari;Vold;Oslo`);
    expect(row?.ok && row.receivedAt.toISOString()).toBe(instant);
  });
});

describe('a very long file', () => {
  it.each([';;;\n', '\n', '\r\n'])('may have many empty rows (%j), which are counted', async (blank) => {
    const rows = await read(
      `${header}${blank.includes('\r') ? '\r' : ''}\n${blank.repeat(150_000)}3427;Kari;Vold;Oslo`,
    );
    expect(rows.map(({ row }) => row)).toEqual([150_002]);
  });

  it.each([';;;\n', '\n'])(
    'of hardly anything else (%j) is refused before it keeps anybody waiting',
    async (blank) => {
      let turns = 0;
      const others = new AbortController();
      const count = async () => {
        for (; !others.signal.aborted; turns += 1) await nextTurn();
      };
      const counting = count();
      const text = `${header}\n${blank.repeat((10 * 1024 * 1024) / blank.length)}`.slice(0, 10 * 1024 * 1024);
      await expect(read(text)).rejects.toThrow(/over 200000 tomme rader\. Slett de tomme radene/);
      others.abort();
      await counting;
      expect(turns).toBeGreaterThan(150);
    },
  );

  it('is read no further than its reader wants', async () => {
    const text = `${header}\n${'3427;Kari;Vold;Oslo\n'.repeat(100)}${'\n'.repeat(5_000_000)}`;
    const rows = openTipList(Buffer.from(text), rules).rows[Symbol.asyncIterator]();
    expect(await rows.next()).toMatchObject({ value: { row: 2 } });
    await rows.return?.();
    expect(await rows.next()).toEqual({ done: true, value: undefined });
  });

  it('is refused with its limits when it has too many tips', async () => {
    await expect(read(`${header}\n${'3427;Kari;Vold;Oslo\n'.repeat(20_001)}`)).rejects.toThrow(
      /høyst 20000 rader/,
    );
  });
});
