import { returnPlaceOf } from './campaign-values.js';
import type { ImagesOnCard } from './card-image.js';
import { siteName } from './card-code.js';
import { greetingName, isSeveral, listed } from './card-name.js';
import type { CardRecord } from './layout.js';
import type { LetterOwnValues, LetterSharedValues } from './merge-fields.js';
import { cleanText } from './text-cleaning.js';

type Language = 'nb' | 'nn';

/** What a host writes to people who said that they would like to hear more: everything one letter says. */
export interface LetterRecord {
  /** Whole names of the adults it is for. */
  readonly names: readonly string[];
  /** As it stands in the window, the name first. */
  readonly addressLines: readonly string[];
  readonly municipality: { readonly number: string; readonly name: string; readonly mayor: string | null };
  readonly language: Language;
  readonly host: { readonly name: string; readonly phone: string | null; readonly email: string | null };
  /** What they wanted to hear about, as it stands in a sentence in the letter's language: «jobb», «skole». */
  readonly wishes: readonly string[];
  /** A paragraph of the host's own; null where there is none. */
  readonly hostWords: string | null;
}

/** What all letters of a file have in common. */
export interface LetterMaking {
  readonly region: string;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  /** `2026-01-12` */
  readonly date: string;
  readonly images: ImagesOnCard;
}

/** A letter as the print engine takes it. */
export interface LetterContent {
  /** The same for all letters with the same shared values. */
  readonly municipality: string;
  readonly language: Language;
  readonly values: LetterSharedValues;
  readonly record: CardRecord;
}

/** What a letter says, field by field. Unknown facts are empty; the template's texts say what stands instead. */
export function letterContent(record: LetterRecord, making: LetterMaking): LetterContent {
  const { municipality, language, addressLines } = record;
  const mayor = municipality.mayor ?? '';
  return {
    municipality: [municipality.number, mayor, language].join('\n'),
    language,
    values: {
      region: making.region,
      municipality: municipality.name,
      mayor,
      site: siteName(making.publicUrl),
      returnPlace: returnPlaceOf(municipality.number),
      date: writtenDate(making.date),
      images: making.images,
    },
    record: { addressLines, qrContent: null, values: ownValues(record) },
  };
}

const address = {
  nb: { one: { you: 'du', youObject: 'deg' }, several: { you: 'dere', youObject: 'dere' } },
  nn: { one: { you: 'du', youObject: 'deg' }, several: { you: 'de', youObject: 'dykk' } },
} as const;

function ownValues({ names, language, host, wishes, hostWords }: LetterRecord): LetterOwnValues {
  return {
    greetingName: greetingName(names),
    ...address[language][isSeveral(names) ? 'several' : 'one'],
    hostName: host.name,
    hostPhone: host.phone ?? '',
    hostEmail: host.email ?? '',
    wishes: listed(wishes.map(cleanText).filter((wish) => wish !== '')),
    hostWords: hostWords ?? '',
  };
}

/** The same in both forms of Norwegian. */
const months = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

/** 2026-01-12 is 12. januar 2026. */
function writtenDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}. ${months[Number(month) - 1] ?? ''} ${year}`;
}
