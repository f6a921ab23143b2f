import { z } from 'zod';
import { personName } from './accounts.js';
import { date, id, language, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

export const municipality = z.object({
  number: municipalityNumber,
  name: z.string(),
  /** The South Sámi name where the municipality has one. */
  samiName: z.string().nullable(),
  county: z.string(),
  language: z.enum(['nb', 'nn', 'neutral']),
});
export type Municipality = z.infer<typeof municipality>;

/** Every number of the domain rules that a campaign may set for itself, with its default. */
export const campaignSettings = z.object({
  /** Working days from posting until the household may be called. */
  daysFromPostToCall: z.number().int().min(0).max(30).default(3),
  /** Days from the first tip until the person must have been informed. */
  informWithinDays: z.number().int().min(1).max(30).default(30),
  leaseMinutes: z.number().int().min(5).max(120).default(30),
  pinnedLeaseMinutes: z.number().int().min(10).max(240).default(60),
  maxAttempts: z.number().int().min(1).max(10).default(4),
  /** Matches at or above this probability are merged without asking. */
  autoMergeProbability: z.number().min(0.9).max(0.999).default(0.95),
  /** Call hours, local time, whole hours; Sundays and public holidays are always closed. */
  weekdayCallHours: z
    .tuple([z.number().int().min(9).max(21), z.number().int().min(9).max(21)])
    .default([16, 21]),
  saturdayCallHours: z
    .tuple([z.number().int().min(9).max(21), z.number().int().min(9).max(21)])
    .default([11, 16]),
  retrySameEvening: z.boolean().default(false),
  callersMayChoose: z.boolean().default(true),
});
export type CampaignSettings = z.infer<typeof campaignSettings>;

/** The most letters of a municipality's own words: more has no room on any card. */
export const longestOwnWords = 600;

const ownWordsIn = z
  .string()
  .trim()
  .max(longestOwnWords, `Skriv høyst ${longestOwnWords} tegn. Mer får ikke plass på kortet.`)
  .nullable();

/** What a municipality says in the middle of the card's message; null where the template's own words stand. */
export const ownWords = z.object({ nb: ownWordsIn, nn: ownWordsIn });

export const participatingMunicipality = municipality.extend({
  mayorName: z.string().nullable(),
  /** The number the team calls from, as it is printed on the card; null until it is known. */
  callingFrom: z.string().nullable(),
  ownWords,
});
export type ParticipatingMunicipality = z.infer<typeof participatingMunicipality>;

export const campaign = z.object({
  id,
  name: z.string(),
  region: z.string(),
  startsOn: date,
  endsOn: date,
  state: z.enum(['draft', 'open', 'closed']),
  languages: z.array(language),
  municipalities: z.array(participatingMunicipality),
  settings: campaignSettings,
  /** Whom a person with a question writes or calls: printed on the card and shown on the public pages. */
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  version: z.number().int(),
});
export type Campaign = z.infer<typeof campaign>;

const editable = {
  name: z.string().trim().min(1, 'Skriv navnet på kampanjen.').max(120),
  region: z.string().trim().min(1, 'Skriv navnet på regionen, slik det skal stå på kortet.').max(120),
  startsOn: date,
  endsOn: date,
  municipalities: z
    .array(
      z.object({
        number: municipalityNumber,
        mayorName: personName.nullable().default(null),
        callingFrom: z.string().trim().max(40).nullable().default(null),
        ownWords: ownWords.default({ nb: null, nn: null }),
      }),
    )
    .min(1, 'Velg minst én kommune.'),
  settings: campaignSettings,
  contact: z.object({
    name: z.string().trim().max(120).default(''),
    email: z.string().trim().max(254).default(''),
    phone: z.string().trim().max(40).default(''),
  }),
};

export const listMunicipalities = endpoint({
  method: 'GET',
  path: '/api/municipalities',
  summary: 'The register of municipalities the installation knows',
  response: z.object({ municipalities: z.array(municipality) }),
});

export const findPostcode = endpoint({
  method: 'GET',
  path: '/api/postcodes/:postcode',
  summary: 'The place a Norwegian postcode stands for; place is null when it is unknown',
  params: z.object({ postcode: z.string().regex(/^\d{4}$/) }),
  response: z.object({ postcode: z.string(), place: z.string().nullable() }),
});

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/api/campaigns',
  summary: 'Campaigns the signed-in person takes part in, newest first',
  response: z.object({ campaigns: z.array(campaign) }),
});

export const createCampaign = endpoint({
  method: 'POST',
  path: '/api/campaigns',
  summary: 'A new campaign, as a draft',
  body: z.object(editable).refine((body) => body.startsOn <= body.endsOn, {
    path: ['endsOn'],
    message: 'Siste dag må være etter første dag.',
  }),
  response: campaign,
  status: 201,
});

export const changeCampaign = endpoint({
  method: 'PATCH',
  path: '/api/campaigns/:campaignId',
  summary:
    'Change a campaign; `version` must be the one that was read, else conflict. Settings are sent whole: one left out gets its usual value',
  params: z.object({ campaignId: id }),
  body: z
    .object(editable)
    .partial()
    .extend({
      version: z.number().int(),
      state: z.enum(['draft', 'open', 'closed']).optional(),
    }),
  response: campaign,
  refusals: ['conflict'],
});

export const teamMember = z.object({
  userId: id,
  name: z.string(),
  isMayor: z.boolean(),
  /** How many households the member can call, relative to the others; 0 keeps the member out of the division. */
  capacity: z.number().int().min(0).max(100),
});
export type TeamMember = z.infer<typeof teamMember>;

export const listTeam = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/teams/:municipality',
  summary: 'The ringing team of a municipality, its mayor first',
  params: z.object({ campaignId: id, municipality: municipalityNumber }),
  response: z.object({ members: z.array(teamMember) }),
});

export const changeMember = endpoint({
  method: 'PATCH',
  path: '/api/campaigns/:campaignId/teams/:municipality/members/:userId',
  summary: 'Set a member’s capacity',
  params: z.object({ campaignId: id, municipality: municipalityNumber, userId: id }),
  body: z.object({ capacity: z.number().int().min(0).max(100) }),
  response: teamMember,
});
