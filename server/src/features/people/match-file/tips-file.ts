import { parsePhone } from '../../../platform/phone-numbers.js';
import { knownMunicipalities } from '../../campaigns/index.js';
import { openTipTable, rowFaultMessages, type TipColumn } from '../../tips/index.js';
import { editDistance } from '../domain/names/edit-distance.js';
import { searchKey } from '../domain/names/display-name.js';
import type { MatchableTip } from '../domain/matching/features.js';

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
 * read counts as missing; a row without a name, without an id or with one used before is left out and named. Where the list has no
 * ids, a row's number stands for it.
 * @throws AppError validation_failed when the headers cannot be used
 */
export async function readTipsFile(bytes: Uint8Array): Promise<TipsFile> {
  const tips: MatchableTip[] = [];
  const faults: RowFault[] = [];
  const ids = new Set<string>();
  const table = openTipTable(bytes, []);
  const hasIds = table.columns.some(({ column }) => column === 'tipId');
  for await (const row of table.rows) {
    if (!row.ok) {
      faults.push({ row: row.row, message: rowFaultMessages[row.problem] });
      continue;
    }
    const read = tipOf(row.values);
    const tip = hasIds ? read : { ...read, id: `rad ${row.row}` };
    const fault = faultOf(tip, ids);
    if (fault === null) tips.push(tip);
    else faults.push({ row: row.row, message: fault });
    ids.add(tip.id);
  }
  return { tips, faults };
}

type Values = ReadonlyMap<TipColumn, string>;

const longest = 300;

function tipOf(values: Values): MatchableTip {
  const text = (column: TipColumn) =>
    (values.get(column) ?? '').replace(/\s+/g, ' ').trim().slice(0, longest) || null;
  const phone = parsePhone(text('phone') ?? '');
  const year = Number(text('birthYear') ?? Number.NaN);
  return {
    id: text('tipId') ?? '',
    municipality: municipalityIn(text('municipality') ?? ''),
    firstNames: text('firstNames'),
    lastName: text('lastName'),
    formerName: text('formerName'),
    nickname: text('nickname'),
    birthYear: Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null,
    phone: phone.ok ? phone.e164 : null,
    email: text('email')?.includes('@') ? text('email') : null,
    street: text('street'),
    postcode: text('postcode'),
    place: text('place'),
    country: text('country'),
    othersInHousehold: text('othersInHousehold'),
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
