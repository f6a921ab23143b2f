/** Facts of the campaign and the municipality: the same on every card of a municipality. */
export const campaignFields = [
  'region',
  'municipality',
  'municipalities',
  'mayor',
  'callingFrom',
  'contactName',
  'contactPhone',
  'contactEmail',
  'site',
  'codeAddress',
  'returnPlace',
] as const;

/** Facts of one card. */
export const cardFields = ['name', 'code'] as const;

type CampaignField = (typeof campaignFields)[number];
export type CardField = (typeof cardFields)[number];
export type MergeField = CampaignField | CardField;

/** What stands for each field; an empty text means that the fact is not known. */
export type CampaignValues = Readonly<Record<CampaignField, string>>;
export type CardValues = Readonly<Record<CardField, string>>;

/** One paragraph of a template's text. Without one of its facts, `otherwise` stands in, or nothing. */
export interface Paragraph {
  readonly text: string;
  readonly otherwise?: string;
  readonly bold?: boolean;
  /** Facts the paragraph hangs on without naming them: «ordfører i Røros» only below a mayor's name. */
  readonly needs?: readonly string[];
}

const pattern = /\{([^{}]*)\}/g;

/** The names between braces, in order. */
export function fieldsIn(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

export function isMergeField(name: string): name is MergeField {
  return isCampaignField(name) || isCardField(name);
}

export function isCardField(name: string): name is CardField {
  return cardFields.some((field) => field === name);
}

/** Puts the facts in; null when the paragraph falls away because a fact is missing and nothing stands in for it. */
export function fillParagraph(
  paragraph: Paragraph,
  values: Readonly<Partial<Record<MergeField, string>>>,
): string | null {
  const known = (name: string): string => (isMergeField(name) ? (values[name] ?? '') : '');
  const fill = (text: string) => text.replace(pattern, (_, name: string) => known(name));
  const wanted = [...fieldsIn(paragraph.text), ...(paragraph.needs ?? [])];
  if (wanted.every((name) => known(name) !== '')) return fill(paragraph.text);
  return paragraph.otherwise === undefined ? null : fill(paragraph.otherwise);
}

function isCampaignField(name: string): name is CampaignField {
  return campaignFields.some((field) => field === name);
}
