import type { ImagesOnCard } from './card-image.js';

/** Facts of the campaign and the municipality: the same on every card of a municipality. */
const campaignFields = [
  'region',
  'municipality',
  'municipalities',
  'mayor',
  'callingFrom',
  'ownWords',
  'contactName',
  'contactPhone',
  'contactEmail',
  'site',
  'codeAddress',
  'returnPlace',
] as const;

/** Facts of one card. */
const cardFields = ['name', 'code'] as const;

/** Facts all letters of a municipality share. */
const letterSharedFields = ['region', 'municipality', 'mayor', 'site', 'returnPlace', 'date'] as const;

/** Facts of one letter. `you` and `youObject` address one or several: «du» or «dere», «deg» or «dere». */
const letterOwnFields = [
  'greetingName',
  'you',
  'youObject',
  'hostName',
  'hostPhone',
  'hostEmail',
  'wishes',
  'hostWords',
] as const;

type CampaignField = (typeof campaignFields)[number];
type CardField = (typeof cardFields)[number];
type LetterSharedField = (typeof letterSharedFields)[number];
type LetterOwnField = (typeof letterOwnFields)[number];
type MergeField = CampaignField | CardField | LetterSharedField | LetterOwnField;

/** What the texts of a template may name. */
export const fieldsOf: Readonly<Record<'postcard' | 'letter', readonly string[]>> = {
  postcard: [...campaignFields, ...cardFields],
  letter: [...letterSharedFields, ...letterOwnFields],
};

/** What stands for each field; an empty text means that the fact is not known. And the campaign's own pictures. */
export type CampaignValues = Readonly<Record<CampaignField, string>> & { readonly images: ImagesOnCard };
export type CardValues = Readonly<Record<CardField, string>>;
export type LetterSharedValues = Readonly<Record<LetterSharedField, string>> & {
  readonly images: ImagesOnCard;
};
export type LetterOwnValues = Readonly<Record<LetterOwnField, string>>;

/** What is known of a piece, whatever it is: a field that is not there is not known. */
export type KnownValues = Readonly<Partial<Record<MergeField, string>>>;
export type SharedValues = KnownValues & { readonly images: ImagesOnCard };

/** One paragraph of a template's text. Without one of its facts, `otherwise` stands in, or nothing. */
export interface Paragraph {
  readonly text: string;
  readonly otherwise?: string;
  readonly bold?: boolean;
  /** Facts the paragraph hangs on without naming them: «ordfører i Røros» only below a mayor's name. */
  readonly needs?: readonly string[];
  /** Facts it stands in for: «Skriv til …» only where there is no telephone. */
  readonly without?: readonly string[];
}

const pattern = /\{([^{}]*)\}/g;

/** The names between braces, in order. */
export function fieldsIn(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The facts a paragraph reads or hangs on. */
export function fieldsOfParagraph({ text, otherwise, needs, without }: Paragraph): string[] {
  return [...fieldsIn(text), ...fieldsIn(otherwise ?? ''), ...(needs ?? []), ...(without ?? [])];
}

/** Whether a field is a fact of a single card or letter. */
export function isOwnField(name: string): boolean {
  return ownFields.has(name);
}

const ownFields: ReadonlySet<string> = new Set([...cardFields, ...letterOwnFields]);

/** Puts the facts in; null when the paragraph falls away because a fact is missing and nothing stands in for it. */
export function fillParagraph(paragraph: Paragraph, values: KnownValues): string | null {
  const known = (name: string): string => (isMergeField(name) ? (values[name] ?? '') : '');
  const fill = (text: string) => text.replace(pattern, (_, name: string) => known(name));
  if (paragraph.without?.some((name) => known(name) !== '')) return null;
  const wanted = [...fieldsIn(paragraph.text), ...(paragraph.needs ?? [])];
  if (wanted.every((name) => known(name) !== '')) return fill(paragraph.text);
  return paragraph.otherwise === undefined ? null : fill(paragraph.otherwise);
}

const mergeFields: ReadonlySet<string> = new Set([...fieldsOf.postcard, ...fieldsOf.letter]);

function isMergeField(name: string): name is MergeField {
  return mergeFields.has(name);
}
