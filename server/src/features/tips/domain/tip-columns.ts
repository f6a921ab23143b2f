import { tipFormFields, type TipFormField } from '@savner/contract/pages';
import { foldText } from './fold-text.js';

/** What a column of a list holds: a tip's field, or when it came and under which id in the sender's own list. */
export type TipColumn = TipFormField | 'tipId' | 'receivedAt';

export interface ReadColumns {
  /** In the order of the file; `column` is null for one that is not a tip's. */
  readonly columns: readonly { readonly header: string; readonly column: TipColumn | null }[];
  /** Columns that two headers stand for. */
  readonly twice: readonly TipColumn[];
  /** Columns that are needed and not there. */
  readonly missing: readonly TipColumn[];
}

/** The Norwegian header of each column first, then the English one, then what people also write. */
const headers: Readonly<Record<TipColumn, readonly string[]>> = {
  tipId: ['tips_id', 'tip_id', 'tipsnummer', 'id'],
  receivedAt: ['mottatt', 'received_at', 'mottatt_dato', 'dato', 'motteke'],
  municipality: ['kommune', 'municipality', 'kommunenummer', 'kommunenr'],
  firstNames: ['fornavn', 'first_names', 'first_name', 'fornamn'],
  lastName: ['etternavn', 'last_name', 'etternamn'],
  formerName: ['tidligere_navn', 'former_name', 'pikenavn', 'tidlegare_namn'],
  nickname: ['kallenavn', 'nickname', 'kallenamn'],
  birthYear: ['fødselsår', 'birth_year', 'født', 'født_år', 'fødd'],
  phone: ['telefon', 'phone', 'telefonnummer', 'mobil', 'mobilnummer', 'tlf'],
  email: ['e-post', 'email', 'epost', 'e_mail', 'e-postadresse'],
  street: ['adresse', 'street', 'gateadresse'],
  postcode: ['postnummer', 'postcode', 'postnr'],
  place: ['poststed', 'place', 'sted', 'bosted', 'poststad'],
  country: ['land', 'country'],
  relation: ['relasjon', 'relation'],
  greeting: ['hilsen', 'greeting', 'helsing'],
  othersInHousehold: ['andre_i_husstanden', 'others_in_household', 'andre_i_husstand'],
  tipperName: ['tipsers_navn', 'tipper_name', 'tipser', 'tipserens_navn', 'tipsars_namn'],
  tipperPhone: ['tipsers_telefon', 'tipper_phone', 'tipserens_telefon', 'tipsars_telefon'],
  tipperEmail: ['tipsers_e-post', 'tipper_email', 'tipsers_epost', 'tipserens_e-post', 'tipsars_e-post'],
  maySayName: ['kan_si_navn', 'may_say_name', 'kan_seie_namn'],
  mayContact: ['kan_kontaktes', 'may_contact', 'kan_kontaktast'],
};

const allColumns: readonly TipColumn[] = ['tipId', 'receivedAt', ...tipFormFields];
const known = new Map(
  allColumns.flatMap((column) => headers[column].map((header) => [plain(header), column])),
);

/**
 * Recognises the headers of a list, Norwegian or English, whatever the case, spacing and underscores. A column for a
 * name is always needed, beside those in `needed`.
 */
export function readColumns(headerRow: readonly string[], needed: readonly TipColumn[]): ReadColumns {
  const columns = headerRow.map((header) => ({
    header: header.trim(),
    column: known.get(plain(header)) ?? null,
  }));
  const found = columns.flatMap(({ column }) => (column === null ? [] : [column]));
  const hasName = found.includes('firstNames') || found.includes('lastName');
  return {
    columns,
    twice: [...new Set(found.filter((column, index) => found.indexOf(column) !== index))],
    missing: [
      ...needed.filter((column) => !found.includes(column)),
      ...(hasName ? [] : (['lastName'] as const)),
    ],
  };
}

/** The Norwegian header of a column, for messages. */
export function headerOf(column: TipColumn): string {
  return headers[column][0] ?? column;
}

function plain(header: string): string {
  return foldText(header).replace(/ /g, '');
}
