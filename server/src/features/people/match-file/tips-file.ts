import iconv from 'iconv-lite';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../../platform/errors.js';
import { parsePhone } from '../../../platform/phone-numbers.js';
import { knownMunicipalities } from '../../campaigns/index.js';
import { editDistance } from '../domain/names/edit-distance.js';
import { searchKey } from '../domain/names/display-name.js';
import type { MatchableTip } from '../domain/matching/features.js';
import { type TipsColumn, readHeader } from './columns.js';

export interface RowFault {
  /** Counted from 2: the header is row 1. */
  readonly row: number;
  readonly message: string;
}

export interface TipsFile {
  readonly tips: MatchableTip[];
  readonly faults: RowFault[];
}

/**
 * Reads a list of tips for matching alone: more forgiving than the import, since nothing is stored. A value that cannot be
 * read counts as missing; a row without an id, without a name or with an id used before is left out and named.
 * @throws AppError validation_failed when the headers cannot be used
 */
export async function readTipsFile(bytes: Uint8Array): Promise<TipsFile> {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  const { delimiter, columns } = readHeader(/^[^\r\n]{0,20000}/.exec(text)?.[0] ?? '');
  const tips: MatchableTip[] = [];
  const faults: RowFault[] = [];
  const ids = new Set<string>();
  let row = 1;
  try {
    const records: AsyncIterable<string[]> = parse(text, {
      delimiter,
      from: 2,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      max_record_size: 1_000_000,
    });
    for await (const cells of records) {
      row += 1;
      const tip = tipOf(new Map(columns.map((column, index) => [column, cells[index] ?? ''])));
      const fault = faultOf(tip, ids);
      if (fault) faults.push({ row, message: fault });
      else tips.push(tip);
      ids.add(tip.id);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push({
      row: row + 1,
      message: 'Raden kan ikke leses (et anførselstegn som aldri lukkes?). Resten av fila er ikke med.',
    });
  }
  return { tips, faults };
}

type Cells = ReadonlyMap<TipsColumn | null, string>;

const longest = 300;

function tipOf(cells: Cells): MatchableTip {
  const text = (column: TipsColumn) =>
    (cells.get(column) ?? '').replace(/\s+/g, ' ').trim().slice(0, longest) || null;
  const phone = parsePhone(text('phone') ?? '');
  const year = Number(text('birth_year') ?? Number.NaN);
  return {
    id: text('tip_id') ?? '',
    municipality: municipalityIn(text('municipality') ?? ''),
    firstNames: text('first_names'),
    lastName: text('last_name'),
    formerName: text('former_name'),
    nickname: text('nickname'),
    birthYear: Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null,
    phone: phone.ok ? phone.e164 : null,
    email: text('email')?.includes('@') ? text('email') : null,
    street: text('street'),
    postcode: text('postcode'),
    place: text('place'),
    country: text('country'),
    othersInHousehold: text('others_in_household'),
  };
}

function faultOf(tip: MatchableTip, ids: ReadonlySet<string>): string | null {
  if (tip.id === '') return 'tips-id mangler.';
  if (ids.has(tip.id)) return `tips-id ${tip.id} står på flere rader; bare den første er med.`;
  const hasName = [tip.firstNames, tip.lastName].some((name) => name !== null && /\p{L}/u.test(name));
  return hasName ? null : 'verken fornavn eller etternavn.';
}

/** The number, or the municipality a text names; another text stands for itself, so that equal texts still agree. */
function municipalityIn(text: string): string {
  const number = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  if (number) return number;
  const written = searchKey(text)
    .replace(/\b(?:kommune|kommunen|i osterdalen|tjielte)\b/g, '')
    .trim();
  if (written === '') return '';
  const names = knownMunicipalities.flatMap(({ number: known, name, samiName }) =>
    [name, samiName].flatMap((spelling) =>
      spelling ? [{ known, key: searchKey(spelling).split(' ')[0] ?? '' }] : [],
    ),
  );
  const near = names.find(({ key }) => key === written) ?? names.find(({ key }) => isNear(key, written));
  return near?.known ?? written;
}

function isNear(name: string, written: string): boolean {
  return name.length > 3 && editDistance(name, written, 1) <= 1;
}

function decoded(bytes: Uint8Array): string {
  if (bytes.subarray(0, 4_096).includes(0)) {
    throw new AppError(
      'unsupported_media_type',
      'Fila er ikke en tekstfil. Lagre lista som CSV og prøv igjen.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'windows-1252');
  }
}
