import { AppError } from '../../platform/errors.js';

/** A table that people make in a spreadsheet: its columns, each with what else it may be called, Norwegian first. */
export interface TableForm<Column extends string> {
  /** What the table is called at the start of a sentence. */
  readonly what: string;
  readonly columns: Readonly<Record<Column, readonly [string, ...string[]]>>;
  readonly needed: readonly Column[];
}

/** Which column stands where. @throws AppError validation_failed naming columns that are missing, unknown or doubled */
export function readTableHeader<Column extends string>(
  header: readonly string[],
  { what, columns, needed }: TableForm<Column>,
): Column[] {
  const names = Object.keys(columns) as Column[];
  const order = header.map((text) => {
    const wanted = text
      .trim()
      .toLocaleLowerCase('nb')
      .replace(/[\s-]+/g, '_');
    return names.find((column) => column === wanted || columns[column].includes(wanted)) ?? null;
  });
  const unknown = header.filter((_, index) => order[index] === null);
  const known = order.filter((column) => column !== null);
  const missing = needed.filter((column) => !known.includes(column));
  const twice = known.filter((column, index) => known.indexOf(column) !== index);
  const named = missing.map((column) => `«${column}» (${columns[column][0]})`);
  const problems = [
    ...(missing.length > 0 ? [`Kolonner mangler: ${named.join(', ')}. Legg dem til i første rad.`] : []),
    ...(unknown.length > 0
      ? [`Ukjente kolonner: ${quoted(unknown)}. Rett navnet, eller ta kolonnen bort.`]
      : []),
    ...(twice.length > 0 ? [`Kolonner står to ganger: ${quoted(twice)}. Ta den ene bort.`] : []),
  ];
  if (problems.length === 0) return known;
  throw new AppError(
    'validation_failed',
    `${what} kan ikke brukes. ${problems.join(' ')} Kolonnene er ${names.join(';')}, med semikolon mellom.`,
  );
}

/** What to do about a row with too few or too many fields. */
export function widthRemedy(fields: number, columns: number): string {
  return `Raden har ${fields} felt, men overskriften har ${columns}. Sett semikolon mellom feltene, og tekst som har semikolon i seg, mellom anførselstegn.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `«${name.slice(0, 60)}»`).join(', ');
}
