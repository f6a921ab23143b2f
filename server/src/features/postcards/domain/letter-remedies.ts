import type { AddressProblem } from './address-block.js';
import type { LayoutProblem } from './layout.js';
import { fieldsOfParagraph, type Paragraph } from './merge-fields.js';
import type { LetterProblem, LetterRow } from './letter-row.js';

/** Why a row gives no letter, and what to do about it, in the words of the one who made the table. */
export function letterRemedy(problem: LetterProblem): string {
  if (!('given' in problem)) return remedies[problem.kind];
  switch (problem.kind) {
    case 'unknown_municipality':
      return `Kommunen «${problem.given}» er ukjent. Skriv nummeret i «municipality», for eksempel 3427 for Tynset.`;
    case 'unknown_language':
      return `Språket «${problem.given}» er ukjent. Skriv nb eller nn i «language», eller la feltet stå tomt.`;
    case 'missing_language':
      return `Malen har ikke tekster på «${problem.given}». Velg et annet språk, eller legg inn tekstene i malen.`;
  }
}

const remedies: Readonly<Record<AddressProblem | 'no_host' | 'no_contact', string>> = {
  no_name: 'Navnet mangler. Skriv det i «names», slik det skal stå på brevet.',
  no_address: 'Adressen mangler. Fyll ut «street», «postcode» og «place».',
  incomplete_address: 'Adressen er ikke hel. Fyll ut gate eller postboks i «street», og «postcode».',
  unknown_postcode:
    'Postnummeret finnes ikke. Sjekk «postcode» mot poststedet, eller skriv landet i «country».',
  service_postcode: 'Postnummeret er et servicepostnummer og tar ikke imot brev. Finn en annen adresse.',
  no_host: 'Navnet på verten mangler. Skriv hvem brevet er fra i «host».',
  no_contact: 'Brevet sier ikke hvordan verten kan nås. Fyll ut «host_phone» eller «host_email».',
};

/** What to do when a letter has no room on its sheet, or no font has its letters. */
export function layoutRemedy(
  problems: readonly LayoutProblem[],
  row: LetterRow,
  texts: Readonly<Record<string, readonly Paragraph[]>>,
): string {
  const missing = problems.find(({ kind }) => kind === 'missing_glyph');
  if (missing)
    return `Vi har ingen skrift med tegnet ${missing.letters}. Skriv det med bokstaver vi kan trykke.`;
  const where = problems[0]?.where ?? '';
  if (where === 'address') return 'Navnet eller adressen er for lang for vinduet i konvolutten. Kort ned.';
  const [longest] = columnsIn(texts[where] ?? [], row).sort((left, right) => right.length - left.length);
  return longest
    ? `Teksten «${where}» får ikke plass på arket. Kort ned «${longest.column}», som er på ${longest.length} tegn.`
    : `Teksten «${where}» får ikke plass på arket. Kort den ned i malen.`;
}

/** The columns a text shows, with how much stands in them. */
function columnsIn(paragraphs: readonly Paragraph[], row: LetterRow) {
  const fields = new Set(paragraphs.flatMap(fieldsOfParagraph));
  return [
    { field: 'hostWords', column: 'own_words', length: row.hostWords.length },
    { field: 'wishes', column: 'wishes', length: row.wishes.join(', ').length },
    { field: 'hostEmail', column: 'host_email', length: row.hostEmail.length },
    { field: 'hostPhone', column: 'host_phone', length: row.hostPhone.length },
    { field: 'hostName', column: 'host', length: row.host.length },
    { field: 'mayor', column: 'mayor', length: row.mayor.length },
    { field: 'greetingName', column: 'names', length: row.names.join(' og ').length },
  ].filter(({ field, length }) => fields.has(field) && length > 0);
}
