import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { rootDirectory } from '../src/config/config.js';
import { knownMunicipalities } from '../src/features/campaigns/index.js';
import type { TipRecord } from '../src/features/tips/index.js';
import { parsePhone } from '../src/platform/phone-numbers.js';

type Row = Readonly<Record<string, string>>;

/** A tip of the sample once read; who sent it plays no part in matching. */
export type SampleTip = Omit<
  TipRecord,
  | 'campaignId'
  | 'source'
  | 'tipperName'
  | 'tipperPhone'
  | 'tipperEmail'
  | 'maySayName'
  | 'mayContact'
  | 'isShielded'
>;

export interface SampleTruth {
  /** The first-named person; null for a family. */
  readonly person: string | null;
  /** Everybody the tip names. */
  readonly persons: readonly string[];
  readonly household: string;
}

/** The invented tips that ought to be taken in, as they look once read, with who each is about. */
export function sampleTips(): {
  readonly tips: readonly SampleTip[];
  readonly truth: ReadonlyMap<string, SampleTruth>;
} {
  const truthRows = rows('tips-sample-truth.csv').filter((row) => row['expect'] === 'ok');
  const truth = new Map(truthRows.map((row) => [row['tip_id'] ?? '', truthOf(row)]));
  const tips = rows('tips-sample.csv').map(tipOf);
  return { tips: tips.filter((tip) => truth.has(tip.id)), truth };
}

/** The labelled name pairs: whether two spellings are one name. */
export function namePairs(): { a: string; b: string; isSame: boolean; kind: string }[] {
  return rows('name-pairs.csv').map(({ a = '', b = '', same, kind = '' }) => ({
    a,
    b,
    isSame: same === '1',
    kind,
  }));
}

function rows(file: string): Row[] {
  return parse(readFileSync(join(rootDirectory, 'sample-data', file)), {
    columns: true,
    delimiter: ';',
    skip_empty_lines: true,
  });
}

function truthOf(row: Row): SampleTruth {
  const persons = (row['person_id'] ?? '').split('+').filter((id) => id !== '');
  return { person: persons[0] ?? null, persons, household: row['household_id'] ?? '' };
}

function tipOf(row: Row): SampleTip {
  const text = (column: string) => row[column]?.trim() || null;
  const phone = parsePhone(row['phone'] ?? '');
  const year = Number(row['birth_year']);
  return {
    id: row['tip_id'] ?? '',
    municipality: municipalityIn(row['municipality'] ?? ''),
    receivedAt: new Date(`${row['received_at'] ?? ''}+01:00`),
    firstNames: text('first_names'),
    lastName: text('last_name'),
    formerName: text('former_name'),
    nickname: text('nickname'),
    birthYear: year > 1900 && year < 2010 ? year : null,
    phone: phone.ok ? phone.e164 : null,
    email: text('email'),
    street: text('street'),
    postcode: text('postcode'),
    place: text('place'),
    country: text('country'),
    relation: text('relation'),
    greeting: text('greeting'),
    othersInHousehold: text('others_in_household'),
  };
}

function municipalityIn(text: string): string {
  const number = /\d{4}/.exec(text)?.[0];
  if (number) return number;
  const bare = (name: string) =>
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-zø]/g, '')
      .replace(/ø/g, 'o')
      .replace(/(.)\1/g, '$1');
  const written = bare(text.replace(/kommune| i Østerdalen/gi, ''));
  const named = knownMunicipalities.find((known) => written.slice(0, 4) === bare(known.name).slice(0, 4));
  return named?.number ?? (written === 'rose' ? '5025' : '0000');
}
