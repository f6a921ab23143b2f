import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../../platform/errors.js';
import type { CardRow } from './domain/invented-cards.js';

/** Norwegian headers mean the same as the English ones. */
const englishHeaders: Readonly<Record<string, string>> = {
  navn: 'names',
  name: 'names',
  adresse: 'street',
  postnummer: 'postcode',
  poststed: 'place',
  land: 'country',
  kommune: 'municipality',
  ordfører: 'mayor',
  ringer_fra: 'calling_from',
};

const row = z.object({
  names: z.string('Kolonnen «names» (navn) mangler.'),
  street: z.string('Kolonnen «street» (adresse) mangler.'),
  postcode: z.string('Kolonnen «postcode» (postnummer) mangler.'),
  place: z.string('Kolonnen «place» (poststed) mangler.'),
  municipality: z.string('Kolonnen «municipality» (kommune) mangler.'),
  country: z.string().default(''),
  mayor: z.string().default(''),
  calling_from: z.string().default(''),
});

/**
 * Reads a table of cards: semicolons, a header line, UTF-8. Several names in one field are divided by a plus sign.
 * @throws AppError validation_failed naming line and column
 */
export function readCardRows(text: string): CardRow[] {
  return parseTable(text).map((given, index): CardRow => {
    const parsed = row.safeParse(given);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => ({
        path: `${index + 2}.${issue.path.map(String).join('.')}`,
        code: issue.code,
        message: issue.message,
      }));
      throw new AppError(
        'validation_failed',
        `Linje ${index + 2}: ${fields.map(({ message }) => message).join(' ')}`,
        fields,
      );
    }
    const { calling_from: callingFrom, names, ...rest } = parsed.data;
    return { ...rest, callingFrom, names: names.split('+') };
  });
}

function parseTable(text: string): Record<string, string>[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: ';',
      trim: true,
      skip_empty_lines: true,
      columns: (headers: string[]) =>
        headers.map((header) => englishHeaders[header.toLowerCase()] ?? header.toLowerCase()),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new AppError(
      'validation_failed',
      `Korttabellen kan ikke leses. Bruk semikolon mellom feltene. ${reason}`,
    );
  }
}
