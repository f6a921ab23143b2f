import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { rootDirectory } from '../../config/config.js';
import { type NameLists, nameLists } from './domain/names/name-lists.js';

/** Reads the name lists that come with the product; some 12,000 names, a few milliseconds. */
export function loadNameLists(directory = join(rootDirectory, 'server/reference-data/names')): NameLists {
  return nameLists({
    given: rows(directory, 'given-names.csv').map(ranked),
    surnames: rows(directory, 'surnames.csv').map(ranked),
    groups: rows(directory, 'name-groups.csv').map(({ group = '', names = '' }) => ({
      group,
      names: names.split('|'),
    })),
  });
}

type Row = Readonly<Record<string, string>>;

function rows(directory: string, file: string): Row[] {
  return parse(readFileSync(join(directory, file)), {
    columns: true,
    delimiter: ';',
    skip_empty_lines: true,
  });
}

function ranked({ name = '', rank = '' }: Row): { name: string; rank: number | null } {
  return { name, rank: rank === '' ? null : Number(rank) };
}
