import { z } from 'zod';
import { date, fileDownload, id, instant, jobProgress, language, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

/** A folder of `templates/postcards`. */
export const templateName = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'Navnet på kortmalen har små bokstaver, tall og bindestrek.');

export const cardTemplate = z.object({
  name: templateName,
  title: z.string(),
  /** First 12 hexadecimal digits of the SHA-256 of the template's files: what a batch was printed with. */
  version: z.string(),
  widthMm: z.number(),
  heightMm: z.number(),
  languages: z.array(language),
  /** Null when the template can be used; else a sentence naming file, field and remedy. */
  problem: z.string().nullable(),
});
export type CardTemplate = z.infer<typeof cardTemplate>;

/** Why a household gets no card now. The same words on the screen, in the list and in the code. */
export const leftOutReasons = [
  'blocked',
  'wrong_person',
  'possible_duplicate',
  'no_name',
  'no_address',
  'incomplete_address',
  'unknown_postcode',
  'service_postcode',
  'address_does_not_fit',
  'missing_glyph',
  'already_in_batch',
  'already_posted',
] as const;
export const leftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof leftOutReason>;

export const leftOut = z.object({
  householdId: id,
  name: z.string(),
  municipality: municipalityNumber,
  reason: leftOutReason,
  /** What is wrong and what to do about it, in one Norwegian sentence. */
  remedy: z.string(),
  informBy: instant,
});
export type LeftOut = z.infer<typeof leftOut>;

/** Which households a batch is made of; those whose `inform by` date comes first go first when there is a limit. */
const chosen = {
  template: templateName,
  language,
  /** Empty means every municipality of the campaign. */
  municipalities: z.array(municipalityNumber).default([]),
  limit: z
    .number()
    .int()
    .min(1, 'Velg minst ett kort.')
    .max(5000, 'Et parti kan ha høyst 5000 kort.')
    .nullable()
    .default(null),
};
export const batchFilter = z.object(chosen);
export type BatchFilter = z.infer<typeof batchFilter>;

const inCampaign = z.object({ campaignId: id });
const inBatch = z.object({ campaignId: id, batchId: id });

export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/templates',
  summary: 'Card templates of the installation, with what is wrong with those that cannot be used',
  params: inCampaign,
  response: z.object({ templates: z.array(cardTemplate) }),
});

export const readiness = z.object({
  /** Households that would get a card with this filter. */
  ready: z.number().int(),
  municipalities: z.array(
    z.object({
      number: municipalityNumber,
      name: z.string(),
      ready: z.number().int(),
      leftOut: z.number().int(),
      posted: z.number().int(),
      inBatch: z.number().int(),
    }),
  ),
  /** How many are left out for each reason that occurs; those already in a batch or posted are not counted as left out. */
  reasons: z.array(z.object({ reason: leftOutReason, count: z.number().int() })),
  /** Those somebody can do something about, soonest `inform by` first; at most 500. */
  leftOut: z.array(leftOut),
  /** The earliest `inform by` date among the ready ones. */
  firstInformBy: instant.nullable(),
  /** Campaign facts that the card prints and that are missing, e.g. the number a municipality calls from. */
  warnings: z.array(z.string()),
});
export type Readiness = z.infer<typeof readiness>;

export const previewBatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/readiness',
  summary: 'Who would get a card with this filter, and who would not and why; stores nothing',
  params: inCampaign,
  body: batchFilter,
  response: readiness,
});

export const getSpecimen = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/specimen.pdf',
  summary: 'One specimen card with an invented recipient, as it will be printed',
  params: inCampaign,
  query: z.object({
    template: templateName,
    language: language.default('nb'),
    municipality: municipalityNumber.optional(),
  }),
  response: fileDownload,
});

/** `rendering` while the file is being made; `failed` says why in `job.problem` and may be tried again. */
export const batchStates = ['rendering', 'ready', 'failed', 'posted', 'cancelled'] as const;
export const batchState = z.enum(batchStates);
export type BatchState = z.infer<typeof batchState>;

export const batch = z.object({
  id,
  /** Running number in the campaign, for people to talk about: «parti 3». */
  number: z.number().int(),
  state: batchState,
  template: templateName,
  templateVersion: z.string(),
  language,
  municipalities: z.array(municipalityNumber),
  cards: z.number().int(),
  leftOut: z.number().int(),
  createdAt: instant,
  createdBy: z.string(),
  /** The making of the file: «212 av 425». Null when nothing is being made any more. */
  job: jobProgress.nullable(),
  file: z.object({ bytes: z.number().int(), pages: z.number().int(), sha256: z.string() }).nullable(),
  postedOn: date.nullable(),
});
export type Batch = z.infer<typeof batch>;

export const createBatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/batches',
  summary: 'Make a batch of the ready households; its file is made as a job',
  params: inCampaign,
  body: batchFilter,
  response: batch,
  status: 201,
  refusals: ['nothing_to_print', 'conflict'],
});

export const listBatches = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches',
  summary: 'Batches of the campaign, newest first; a mayor sees those with cards of the own municipality',
  params: inCampaign,
  response: z.object({ batches: z.array(batch) }),
});

export const readBatch = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId',
  summary: 'One batch with its progress',
  params: inBatch,
  response: batch,
});

export const cancelBatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/cancel',
  summary:
    'Drop a batch that has not been posted: the file is deleted and the households are free for another batch',
  params: inBatch,
  response: batch,
  refusals: ['conflict'],
});

export const retryBatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/retry',
  summary: 'Make the file again after a failure; same cards, same codes',
  params: inBatch,
  response: batch,
  refusals: ['conflict'],
});

export const markPosted = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/posted',
  summary:
    'The cards were handed in to the post on this date; the households become callable some working days later',
  params: inBatch,
  body: z.object({ postedOn: date }),
  response: batch,
  refusals: ['batch_not_ready', 'conflict'],
});

export const downloadCards = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/cards.pdf',
  summary: 'The print file: front and back of every card, sorted by postcode',
  params: inBatch,
  response: fileDownload,
  refusals: ['batch_not_ready'],
});

export const downloadAddresses = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/addresses.csv',
  summary: 'The addresses of a batch in the order of the print file, for Norwegian Excel',
  params: inBatch,
  response: fileDownload,
});
