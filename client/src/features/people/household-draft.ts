import type { HouseholdChange, HouseholdDetail } from '@savner/contract/people';

/** What the form for correcting a household holds, as text. */
export interface HouseholdDraft {
  readonly displayName: string;
  readonly namesOnCard: string;
  readonly street: string;
  readonly postcode: string;
  readonly place: string;
  readonly country: string;
  /** A number that nobody had; empty when none is to be added. */
  readonly phone: string;
  readonly municipality: string;
}

const draftFields = [
  'displayName',
  'namesOnCard',
  'street',
  'postcode',
  'place',
  'country',
  'phone',
  'municipality',
] as const satisfies readonly (keyof HouseholdDraft)[];

export function draftOf({
  displayName,
  namesOnCard,
  address,
  municipality,
}: HouseholdDetail): HouseholdDraft {
  return {
    displayName,
    namesOnCard: namesOnCard.join('\n'),
    street: address.street ?? '',
    postcode: address.postcode ?? '',
    place: address.place ?? '',
    country: address.country ?? '',
    phone: '',
    municipality,
  };
}

/** The corrections that lead from what was read to what was written; nothing for fields left alone. */
export function changesBetween(before: HouseholdDraft, after: HouseholdDraft): HouseholdChange[] {
  const differs = (...fields: (keyof HouseholdDraft)[]) =>
    fields.some((field) => before[field].trim() !== after[field].trim());
  const changes: HouseholdChange[] = [];
  if (differs('displayName')) changes.push({ kind: 'prefer_name', name: after.displayName.trim() });
  if (differs('namesOnCard')) changes.push({ kind: 'names_on_card', names: linesOf(after.namesOnCard) });
  if (differs('street', 'postcode', 'place', 'country')) {
    changes.push({
      kind: 'prefer_address',
      street: textOrNull(after.street),
      postcode: textOrNull(after.postcode),
      place: textOrNull(after.place),
      country: textOrNull(after.country),
    });
  }
  if (differs('phone')) changes.push({ kind: 'prefer_phone', phone: after.phone.trim() });
  if (differs('municipality')) changes.push({ kind: 'move_municipality', municipality: after.municipality });
  return changes;
}

/** Fields that both have changed since `base`, to different values. */
export function clashes(
  base: HouseholdDraft,
  saved: HouseholdDraft,
  mine: HouseholdDraft,
): (keyof HouseholdDraft)[] {
  return draftFields.filter(
    (field) => field !== 'phone' && saved[field] !== base[field] && mine[field] !== saved[field],
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
