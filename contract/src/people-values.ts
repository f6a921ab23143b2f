import { z } from 'zod';

/** What a pair may be: one person, or two people under one roof (one card, one call). */
export const matchKinds = ['person', 'household'] as const;
export const matchKind = z.enum(matchKinds);
export type MatchKind = z.infer<typeof matchKind>;

export const verdicts = ['same', 'not_same'] as const;
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

export const phoneState = z.enum(['ok', 'dead']);
export const householdPhone = z.object({
  /** E.164, e.g. `+4791234567`. */
  number: z.string(),
  state: phoneState,
});
export type HouseholdPhone = z.infer<typeof householdPhone>;

export const postalAddress = z.object({
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  place: z.string().nullable(),
  /** Null means Norway. */
  country: z.string().nullable(),
});
export type PostalAddress = z.infer<typeof postalAddress>;

/** Why somebody decided as they did; may be empty. */
export const why = z.string().trim().max(300, 'Begrunnelsen kan ha høyst 300 tegn.');

/** The fields of a tip that say who it is about. */
export const draftFields = [
  'municipality',
  'firstNames',
  'lastName',
  'formerName',
  'nickname',
  'birthYear',
  'phone',
  'email',
  'street',
  'postcode',
  'place',
  'country',
  'othersInHousehold',
] as const;
export type DraftField = (typeof draftFields)[number];
