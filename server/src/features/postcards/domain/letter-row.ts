import { type AddressProblem, type PostcodeRegister, addressBlock } from './address-block.js';
import type { LetterRecord } from './letter.js';

/** One letter as it is given on the command line; an empty text is what is not known. */
export interface LetterRow {
  readonly names: readonly string[];
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly country: string;
  /** Number or name. */
  readonly municipality: string;
  readonly mayor: string;
  readonly host: string;
  readonly hostPhone: string;
  readonly hostEmail: string;
  readonly wishes: readonly string[];
  readonly hostWords: string;
  /** Empty for that of the file. */
  readonly language: string;
}

export type LetterProblem =
  | { readonly kind: AddressProblem | 'no_host' | 'no_contact' }
  | {
      readonly kind: 'unknown_municipality' | 'unknown_language' | 'missing_language';
      /** What the row says. */
      readonly given: string;
    };

export type LetterReading =
  | { readonly ok: true; readonly letter: LetterRecord }
  | { readonly ok: false; readonly problems: readonly LetterProblem[] };

/** What a row is read by. */
export interface LetterRegister {
  readonly postcodes: PostcodeRegister;
  /** By number or name, as people write it. */
  readonly municipality: (given: string) => { readonly number: string; readonly name: string } | null;
  /** For rows that do not say. */
  readonly language: 'nb' | 'nn';
  /** Those the template has texts in. */
  readonly languages: readonly ('nb' | 'nn')[];
}

/** Makes a letter of a row, or says everything that is wrong with it. */
export function readLetterRow(row: LetterRow, register: LetterRegister): LetterReading {
  const address = addressBlock(row, register.postcodes);
  const municipality = register.municipality(row.municipality);
  const language = languageOf(row.language, register);
  const problems: LetterProblem[] = [
    ...(address.ok ? [] : [{ kind: address.problem }]),
    ...(municipality ? [] : [{ kind: 'unknown_municipality', given: row.municipality } as const]),
    ...('kind' in language ? [language] : []),
    ...(row.host === '' ? [{ kind: 'no_host' } as const] : []),
    ...(row.hostPhone === '' && row.hostEmail === '' ? [{ kind: 'no_contact' } as const] : []),
  ];
  if (!address.ok || !municipality || 'kind' in language || problems.length > 0)
    return { ok: false, problems };
  return {
    ok: true,
    letter: {
      names: row.names,
      addressLines: address.block.lines,
      municipality: { ...municipality, mayor: row.mayor || null },
      language: language.chosen,
      host: { name: row.host, phone: row.hostPhone || null, email: row.hostEmail || null },
      wishes: row.wishes,
      hostWords: row.hostWords || null,
    },
  };
}

function languageOf(
  given: string,
  { language, languages }: LetterRegister,
): { readonly chosen: 'nb' | 'nn' } | LetterProblem {
  const chosen = given === '' ? language : spelt[given.toLowerCase()];
  if (!chosen) return { kind: 'unknown_language', given };
  return languages.includes(chosen) ? { chosen } : { kind: 'missing_language', given: chosen };
}

const spelt: Readonly<Record<string, 'nb' | 'nn'>> = {
  nb: 'nb',
  nn: 'nn',
  bokmål: 'nb',
  nynorsk: 'nn',
};
