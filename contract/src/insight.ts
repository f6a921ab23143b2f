import { z } from 'zod';
import { caseState } from './call-board.js';
import { date, fileDownload, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

/** From tip to moved; each step counts those who have come at least that far. */
export const funnelSteps = [
  'tips',
  'households',
  'informed',
  'called',
  'reached',
  'interested',
  'hostContact',
  'moved',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** Null where a small number is hidden from those who look at another municipality than their own. */
const count = z.number().int().min(0).nullable();

export const funnel = z.object({
  tips: count,
  households: count,
  informed: count,
  called: count,
  reached: count,
  interested: count,
  hostContact: count,
  moved: count,
});
export type Funnel = z.infer<typeof funnel>;

export const municipalityFigures = z.object({
  municipality: municipalityNumber,
  name: z.string(),
  funnel,
  /** Households that could be called now, or will be once the cool-down or the call hours allow it. */
  remaining: count,
  wrongNumbers: count,
});
export type MunicipalityFigures = z.infer<typeof municipalityFigures>;

export const figures = z.object({
  asOf: instant,
  region: funnel,
  municipalities: z.array(municipalityFigures),
  /** Cells under this number are hidden from other municipalities. */
  smallestShown: z.number().int(),
});
export type Figures = z.infer<typeof figures>;

const inCampaign = z.object({ campaignId: id });

export const getFigures = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/figures',
  summary: 'The funnel from tip to moved, for the region and for each municipality',
  params: inCampaign,
  response: figures,
});

export const downloadFigures = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/figures.csv',
  summary: 'The same figures as a table for Norwegian Excel',
  params: inCampaign,
  response: fileDownload,
});

/** What waits for the coordinator; every number opens the list it counts. */
export const today = z.object({
  possibleDuplicates: z.number().int(),
  sorting: z.number().int(),
  missingAddress: z.number().int(),
  /** The post brought their card back, and nobody has found a new address yet. */
  returnedCards: z.number().int(),
  readyForCard: z.number().int(),
  /** Not informed, and the date runs out within a week or has run out. */
  informBySoon: z.number().int(),
  batchesToPost: z.number().int(),
  needsCoordinator: z.number().int(),
  overdueFollowUps: z.number().int(),
});
export type Today = z.infer<typeof today>;

export const getToday = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/today',
  summary: 'What waits for the coordinator today',
  params: inCampaign,
  response: today,
});

/** How far a household has come since it was sorted. */
export const householdStanding = z.object({
  householdId: id,
  card: z.enum(['none', 'in_batch', 'posted']),
  postedOn: date.nullable(),
  /** Told by the card, or by the notice read aloud. */
  isInformed: z.boolean(),
  /** Null until the household has come to the callers. */
  call: caseState.nullable(),
});
export type HouseholdStanding = z.infer<typeof householdStanding>;

export const getStandings = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/standings',
  summary: 'How far some households have come: card, informed, calls',
  params: inCampaign,
  query: z.object({
    /** Ids with commas between them, a hundred at most. */
    householdIds: z
      .string()
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/, 'Skriv fra én til hundre id-er med komma mellom.'),
  }),
  response: z.object({ standings: z.array(householdStanding) }),
});
