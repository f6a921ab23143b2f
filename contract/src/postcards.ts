import { z } from 'zod';
import { longestOwnWords } from './campaigns.js';
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
  'address_returned',
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

/** Which addresses: those abroad go by another price and another tray. */
export const destinations = ['all', 'norway', 'abroad'] as const;

/** One card a sheet, or several to be cut: the print house says which. */
export const sheets = ['single', 'a4', 'sra3'] as const;
export const sheet = z.enum(sheets);
export type Sheet = z.infer<typeof sheet>;

/** Over which edge the printer turns a sheet before it prints the backs; says nothing of single cards. */
export const flips = ['long-edge', 'short-edge'] as const;

/** The most cards one file may hold: checking a larger one takes a print house minutes. */
export const mostCardsInFile = 5000;

/** How the cards of a batch are divided among files, and laid on sheets. */
const printing = {
  sheet: sheet.default('single'),
  flip: z.enum(flips).default('long-edge'),
  /** Crop marks outside the cut. */
  marks: z.boolean().default(false),
  /** A file for each municipality. */
  perMunicipality: z.boolean().default(false),
  cardsPerFile: z
    .number('Skriv hvor mange kort en fil kan ha.')
    .int('Skriv et helt tall.')
    .min(1, 'En fil må ha minst ett kort.')
    .max(mostCardsInFile, `En fil kan ha høyst ${mostCardsInFile} kort.`)
    .default(mostCardsInFile),
};

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
    .max(100_000, 'Et parti kan ha høyst 100 000 kort.')
    .nullable()
    .default(null),
  /** Only those who must be informed on this day or before; null for all. */
  informBefore: date.nullable().default(null),
  destination: z.enum(destinations).default('all'),
  ...printing,
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

export const tryOwnWords = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/own-words',
  summary: 'Whether a municipality’s own words have room on each card; stores nothing',
  params: inCampaign,
  body: z.object({
    municipality: municipalityNumber,
    language,
    words: z.string().max(longestOwnWords, `Skriv høyst ${longestOwnWords} tegn.`),
  }),
  response: z.object({
    cards: z.array(
      z.object({
        template: templateName,
        title: z.string(),
        /** Null when they have room and every letter can be printed. */
        problem: z.enum(['does_not_fit', 'missing_glyph']).nullable(),
        /** The letters that no font has. */
        letters: z.string(),
      }),
    ),
  }),
});

/** `rendering` while the file is being made; `failed` says why in `job.problem` and may be tried again. */
export const batchStates = ['rendering', 'ready', 'failed', 'posted', 'cancelled'] as const;
export const batchState = z.enum(batchStates);
export type BatchState = z.infer<typeof batchState>;

export const printFile = z.object({
  /** From 1, in the order of the cards. */
  number: z.number().int(),
  /** Null where the file holds cards of several. */
  municipality: municipalityNumber.nullable(),
  firstCard: z.number().int(),
  cards: z.number().int(),
  bytes: z.number().int(),
  pages: z.number().int(),
  sha256: z.string(),
});
export type PrintFile = z.infer<typeof printFile>;

export const batch = z.object({
  id,
  /** Running number in the campaign, for people to talk about: «parti 3». */
  number: z.number().int(),
  state: batchState,
  template: templateName,
  /** The template's, and that of the campaign's own pictures where the cards show any: 12 hexadecimal digits. */
  templateVersion: z.string(),
  language,
  municipalities: z.array(municipalityNumber),
  cards: z.number().int(),
  leftOut: z.number().int(),
  createdAt: instant,
  createdBy: z.string(),
  /** The making of the file: «212 av 425». Null when nothing is being made any more. */
  job: jobProgress.nullable(),
  sheet,
  marks: z.boolean(),
  /** Empty until they are made, and again when they have been deleted. */
  files: z.array(printFile),
  /** Why the files of a posted batch are gone: somebody on them was erased. They can be made again without them. */
  filesDeletedAt: instant.nullable(),
  /** Cards whose people have been erased since: they are in no file, and nothing of them is kept here. */
  erased: z.number().int(),
  /** Cards that came back with the post. */
  returned: z.number().int(),
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

export const reprintBatch = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/reprint',
  summary:
    'Make the files of a printed batch again: same cards, same codes, without those who have been erased',
  params: inBatch,
  response: batch,
  refusals: ['batch_not_ready', 'conflict'],
});

export const downloadCards = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/files/:file/cards.pdf',
  summary: 'A print file: front and back of every card, sorted by postcode',
  params: inBatch.extend({ file: z.coerce.number().int().min(1) }),
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

export const downloadWorkbook = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/addresses.xlsx',
  summary: 'The addresses of a batch in the order of the print files, as a workbook',
  params: inBatch,
  response: fileDownload,
});

export const downloadPackingList = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/postcards/batches/:batchId/packing-list.pdf',
  summary: 'What goes to the print house and the post: files with checksums, cards for each tray',
  params: inBatch,
  response: fileDownload,
  refusals: ['batch_not_ready'],
});

export * from './postcards-cards.js';
