import { z } from 'zod';
import { done, id, instant, municipalityNumber, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { householdPhone, matchKind, phoneState, postalAddress, why } from './people-values.js';

const inCampaign = z.object({ campaignId: id });
const ofHousehold = z.object({ campaignId: id, householdId: id });

export const householdStages = ['sorting', 'ready_for_card', 'blocked'] as const;
export const householdStage = z.enum(householdStages);
export type HouseholdStage = z.infer<typeof householdStage>;

/** What the coordinator must find out before a card can be sent, most pressing first. */
export const sortingReasons = [
  'wrong_person',
  'possible_duplicate',
  'no_name',
  'no_contact',
  /** The card to the only address we have came back. */
  'address_returned',
  'no_address',
  'incomplete_address',
] as const;
export const sortingReason = z.enum(sortingReasons);
export type SortingReason = z.infer<typeof sortingReason>;

/** Why no room may use the household any more. */
export const blockReasons = ['suppressed', 'deceased', 'protected', 'erase'] as const;
export const blockReason = z.enum(blockReasons);
export type BlockReason = z.infer<typeof blockReason>;

export const householdRow = z.object({
  id,
  displayName: z.string(),
  municipality: municipalityNumber,
  place: z.string().nullable(),
  stage: householdStage,
  sortingReason: sortingReason.nullable(),
  blockReason: blockReason.nullable(),
  hasPhone: z.boolean(),
  hasAddress: z.boolean(),
  tipCount: z.number().int(),
  personCount: z.number().int(),
  firstTipAt: instant,
  informBy: instant,
  version: z.number().int(),
});
export type HouseholdRow = z.infer<typeof householdRow>;

export const listHouseholds = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/households',
  summary:
    'Households in Norwegian alphabetical order; the search folds å/aa, ø/ö, æ/ä; a mayor sees the own municipality',
  params: inCampaign,
  query: z.object({
    search: z.string().trim().max(120).optional(),
    municipality: municipalityNumber.optional(),
    stage: householdStage.optional(),
    sortingReason: sortingReason.optional(),
    order: z.enum(['name', 'inform_by', 'tips']).default('name'),
    ...pageQuery,
  }),
  response: z.object({
    households: z.array(householdRow),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
    counts: z.object({
      sorting: z.number().int(),
      readyForCard: z.number().int(),
      blocked: z.number().int(),
    }),
  }),
});

/** A value with where it came from: every spelling, number and address is kept, one of each is preferred. */
export const sourcedValue = z.object({
  value: z.string(),
  preferred: z.boolean(),
  /** The one that is used when nobody has chosen. */
  automatic: z.boolean(),
  state: phoneState.nullable(),
  sources: z.array(
    z.object({
      origin: z.enum(['tip', 'coordinator', 'call', 'card']),
      /** Set when the origin is a tip. */
      tipId: id.nullable(),
      /** Who told it, or who chose it by hand; null for a tip whose sender may not be named. */
      by: z.string().nullable(),
      at: instant,
    }),
  ),
  /** Who decided that this value is the one in use, when somebody has. */
  chosen: z
    .object({ origin: z.enum(['coordinator', 'call', 'card']), by: z.string(), at: instant })
    .nullable(),
});
export type SourcedValue = z.infer<typeof sourcedValue>;

/** What tips about one person can say differently. */
export const contradictedField = z.enum(['birthYear', 'phone', 'email', 'address']);
export type ContradictedField = z.infer<typeof contradictedField>;

/** The tips about a person say different things, and nobody has chosen between them. */
export const contradiction = z.object({
  personId: id,
  field: contradictedField,
  /** The first told first; phones in E.164. */
  values: z.array(z.string()),
});
export type Contradiction = z.infer<typeof contradiction>;

/** One who misses them. The tipper's name is null unless the tipper said it may be told. */
export const misser = z.object({
  tipId: id,
  municipality: municipalityNumber,
  receivedAt: instant,
  relation: z.string().nullable(),
  greeting: z.string().nullable(),
  tipperName: z.string().nullable(),
  mayContact: z.boolean(),
  /** The names and the rest as the tipper wrote them. */
  wrote: z.string(),
  personId: id.nullable(),
});
export type Misser = z.infer<typeof misser>;

export const personInHousehold = z.object({
  id,
  displayName: z.string(),
  birthYear: z.number().int().nullable(),
  tipIds: z.array(id),
  names: z.array(sourcedValue.extend({ given: z.string(), surname: z.string() })),
  birthYears: z.array(sourcedValue),
});
export type PersonInHousehold = z.infer<typeof personInHousehold>;

export const householdDetail = householdRow.extend({
  namesOnCard: z.array(z.string()),
  address: postalAddress,
  phones: z.array(householdPhone),
  persons: z.array(personInHousehold),
  /** Named by a tipper as living with them, without a tip of their own. */
  othersInHousehold: z.array(z.string()),
  values: z.object({
    names: z.array(sourcedValue),
    /** Lines as they stand on the card. */
    namesOnCard: z.array(sourcedValue.extend({ lines: z.array(z.string()) })),
    municipalities: z.array(sourcedValue),
    phones: z.array(sourcedValue),
    emails: z.array(sourcedValue),
    addresses: z.array(sourcedValue.extend({ address: postalAddress })),
  }),
  contradictions: z.array(contradiction),
  missers: z.array(misser),
  retiredAt: instant.nullable(),
  /** The household that took over when this one was merged away. */
  mergedInto: id.nullable(),
});
export type HouseholdDetail = z.infer<typeof householdDetail>;

export const getHousehold = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/households/:householdId',
  summary: 'A household with every value, its source and the one that is preferred, and all who miss them',
  params: ofHousehold,
  response: householdDetail,
  refusals: ['not_found'],
});

const addressFields = {
  street: z.string().trim().max(120).nullable().default(null),
  postcode: z.string().trim().max(12).nullable().default(null),
  place: z.string().trim().max(80).nullable().default(null),
  country: z.string().trim().max(60).nullable().default(null),
};

const shortText = (maximum: number) => z.string().trim().min(1, 'Feltet kan ikke være tomt.').max(maximum);
const phoneText = shortText(40);

/** The values somebody may choose among, and leave to the rules again. */
export const chosenFields = [
  'name',
  'names_on_card',
  'address',
  'phone',
  'email',
  'municipality',
  'birth_year',
  'person_name',
] as const;
export const chosenField = z.enum(chosenFields);
export type ChosenField = z.infer<typeof chosenField>;

/** One correction by hand. Nothing is overwritten: the tips stay, the correction becomes the preferred value. */
export const householdChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prefer_name'), name: shortText(120) }),
  z.object({ kind: z.literal('names_on_card'), names: z.array(shortText(120)).min(1).max(8) }),
  z.object({ kind: z.literal('prefer_address'), ...addressFields }),
  /** Post sent there has come back; and it was not the address's fault after all. */
  z.object({ kind: z.literal('address_dead'), ...addressFields }),
  z.object({ kind: z.literal('address_ok'), ...addressFields }),
  z.object({ kind: z.literal('prefer_phone'), phone: phoneText }),
  z.object({ kind: z.literal('phone_dead'), phone: phoneText }),
  z.object({ kind: z.literal('phone_ok'), phone: phoneText }),
  z.object({ kind: z.literal('prefer_email'), email: z.email('Skriv en e-postadresse.').max(254) }),
  z.object({ kind: z.literal('move_municipality'), municipality: municipalityNumber }),
  /** Which of the years told of a person counts. */
  z.object({ kind: z.literal('prefer_birth_year'), personId: id, birthYear: z.number().int() }),
  /** Which of the spellings told of a person counts. */
  z.object({
    kind: z.literal('prefer_person_name'),
    personId: id,
    given: z.string().trim().max(120),
    surname: z.string().trim().max(120),
  }),
  /** Back to what the rules would choose; every value told stays. `personId` for what belongs to one person. */
  z.object({ kind: z.literal('automatic'), field: chosenField, personId: id.nullable().default(null) }),
  /** «We looked into it, this is the right person»: ends the sorting reason wrong_person. */
  z.object({ kind: z.literal('right_person') }),
]);
export type HouseholdChange = z.infer<typeof householdChange>;

export const changeHousehold = endpoint({
  method: 'PATCH',
  path: '/api/campaigns/:campaignId/households/:householdId',
  summary: 'Correct a household by hand; `version` must be the one that was read, else conflict',
  params: ofHousehold,
  body: z.object({
    version: z.number().int(),
    changes: z.array(householdChange).min(1, 'Det er ingen endringer å lagre.').max(20),
  }),
  response: householdDetail,
  refusals: ['not_found', 'conflict', 'campaign_not_open'],
});

export const splitTip = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/households/:householdId/split',
  summary: 'Take a tip out of its person or its household; undone like any other decision',
  params: ofHousehold,
  body: z.object({ tipId: id, from: matchKind, why: why.default('') }),
  response: z.object({ decisionId: id, householdIds: z.array(id) }),
  status: 201,
  refusals: ['not_found', 'conflict', 'campaign_not_open'],
});

export const blockHousehold = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/households/:householdId/block',
  summary: 'Stop everything for a household: no card, no call, off every list',
  params: ofHousehold,
  body: z.object({ reason: blockReason, why: why.default('') }),
  response: done,
  refusals: ['not_found'],
});
