import { AppError } from '../../../platform/errors.js';

/** English and Norwegian headers of what matching reads; other columns are passed over. */
const headers = {
  tip_id: ['tips_id'],
  municipality: ['kommune'],
  first_names: ['fornavn'],
  last_name: ['etternavn'],
  former_name: ['tidligere_navn'],
  nickname: ['kallenavn'],
  birth_year: ['fødselsår'],
  phone: ['telefon'],
  email: ['e-post'],
  street: ['adresse'],
  postcode: ['postnummer'],
  place: ['poststed'],
  country: ['land'],
  others_in_household: ['andre_i_husstanden'],
} as const satisfies Record<string, readonly string[]>;

export type TipsColumn = keyof typeof headers;

const columnOf = new Map<string, TipsColumn>(
  (Object.keys(headers) as TipsColumn[]).flatMap((column) =>
    [column, ...headers[column]].map((header) => [header, column] as const),
  ),
);

export interface Header {
  readonly delimiter: string;
  /** In the order of the file; null for a column that matching does not read. */
  readonly columns: readonly (TipsColumn | null)[];
}

/** @throws AppError validation_failed when a column that is needed is missing, or is there twice */
export function readHeader(line: string): Header {
  const candidates = [';', ',', '\t'].map((delimiter) => ({
    delimiter,
    columns: line.split(delimiter).map(columnNamed),
  }));
  const best = candidates.reduce((a, b) => (known(b.columns) > known(a.columns) ? b : a));
  const missing = [
    ...(best.columns.includes('tip_id') ? [] : ['tips_id']),
    ...(best.columns.includes('first_names') || best.columns.includes('last_name')
      ? []
      : ['fornavn', 'etternavn']),
  ];
  const twice = best.columns.filter(
    (column, index) => column !== null && best.columns.indexOf(column) !== index,
  );
  const problems = [
    ...missing.map((column) => `Kolonnen «${column}» mangler i første rad.`),
    ...twice.map((column) => `Kolonnen «${column ?? ''}» står to ganger i første rad.`),
  ];
  if (problems.length > 0) {
    throw new AppError('validation_failed', problems.join(' '), [
      { path: 'file.headers', code: 'headers.unusable', message: problems.join(' ') },
    ]);
  }
  return best;
}

function columnNamed(header: string): TipsColumn | null {
  const name = header
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, '_');
  return columnOf.get(name) ?? null;
}

function known(columns: readonly (TipsColumn | null)[]): number {
  return columns.filter((column) => column !== null).length;
}
