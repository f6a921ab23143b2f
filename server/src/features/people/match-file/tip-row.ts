import { parsePhone } from '../../../platform/phone-numbers.js';
import type { TipColumn } from '../../tips/index.js';
import { searchKey } from '../domain/names/display-name.js';
import { editDistance } from '../domain/names/edit-distance.js';
import type { MatchableTip } from '../domain/matching/features.js';
import type { Registers } from './list-knowledge.js';

const longest = 300;

/**
 * Reads one row of a list of tips for matching alone: more forgiving than the import, since nothing is stored. A value
 * that cannot be read counts as missing, and a long one is cut.
 */
export class TipRows {
  readonly #readMunicipalities = new Map<string, string>();
  readonly #at: Partial<Record<TipColumn, number>> = {};

  constructor(
    columns: readonly (TipColumn | null)[],
    private readonly municipalities: Registers['municipalities'],
  ) {
    for (const [index, column] of columns.entries()) if (column !== null) this.#at[column] = index;
  }

  get hasIds(): boolean {
    return this.#at.tipId !== undefined;
  }

  read(cells: readonly string[]): MatchableTip {
    const at = this.#at;
    const text = (column: number | undefined) => (column === undefined ? null : tidy(cells[column]));
    const email = text(at.email);
    return {
      id: text(at.tipId) ?? '',
      municipality: this.#municipality(text(at.municipality) ?? ''),
      firstNames: text(at.firstNames),
      lastName: text(at.lastName),
      formerName: text(at.formerName),
      nickname: text(at.nickname),
      birthYear: yearIn(text(at.birthYear)),
      phone: phoneIn(text(at.phone)),
      email: email?.includes('@') ? email : null,
      street: text(at.street),
      postcode: text(at.postcode),
      place: text(at.place),
      country: text(at.country),
      othersInHousehold: text(at.othersInHousehold),
    };
  }

  #municipality(text: string): string {
    const known = this.#readMunicipalities.get(text);
    if (known !== undefined) return known;
    const read = municipalityIn(text, this.municipalities);
    this.#readMunicipalities.set(text, read);
    return read;
  }
}

function tidy(cell: string | undefined): string | null {
  if (cell === undefined || cell === '') return null;
  const short = cell.length > longest ? cell.slice(0, longest) : cell;
  const trimmed = /\s\s|[^\S ]/.test(short) ? short.replace(/\s+/g, ' ').trim() : short.trim();
  return trimmed === '' ? null : trimmed;
}

/** «1984», «ca. 1984», «12.03.1984», «1984-03-12», «84». Two figures that may be of either century say nothing. */
function yearIn(text: string | null): number | null {
  if (text === null) return null;
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  if (year !== undefined) return Number(year);
  const short = Number(/^['’-]?(\d{2})$/.exec(text)?.[1] ?? Number.NaN);
  if (short < 10) return 2000 + short;
  return short >= 30 ? 1900 + short : null;
}

/** Norwegian numbers are seen at a glance; the rest is left to who knows the numbers of the world. */
function phoneIn(text: string | null): string | null {
  if (text === null) return null;
  const norwegian = /^(?:\+47|0047)?([2-79]\d{7})$/.exec(text.replace(/[\s.\-()/]/g, ''))?.[1];
  if (norwegian !== undefined) return `+47${norwegian}`;
  const phone = parsePhone(text);
  return phone.ok ? phone.e164 : null;
}

/** The number, or the municipality a text names; another text stands for itself, so that equal texts still agree. */
function municipalityIn(text: string, municipalities: Registers['municipalities']): string {
  const number = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  if (number) return number;
  const written = searchKey(text)
    .replace(/\b(?:kommune|kommunen|i osterdalen|tjielte)\b/g, '')
    .trim();
  if (written === '') return '';
  const names = municipalities.flatMap(({ number: known, name, samiName }) =>
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
