import { z } from 'zod';
import { done, id, instant, municipalityNumber, pageQuery } from './common.js';
import { endpoint } from './endpoint.js';
import { tipFormFields } from './pages.js';

/** The longest free text a tip may hold (greeting, relation, others in the household), in characters. */
export const longestFreeText = 300;

/** Largest list that can be read in one go. */
export const importLimits = { bytes: 10 * 1024 * 1024, rows: 20_000, listedProblems: 1_000 } as const;

export const tipSources = ['public', 'staff', 'import'] as const;
export const tipSource = z.enum(tipSources);
export type TipSource = z.infer<typeof tipSource>;

/** A field of a tip; the same names in the form, the interface, the list import and the problems' `path`. */
export const tipField = z.enum(tipFormFields);

/**
 * A field as somebody wrote it. Only a size that no honest tip comes near is refused here; everything a person
 * may get wrong is judged by the tip rules, which answer with field, code and remedy.
 */
const typed = z.string().max(4_000, 'Teksten er altfor lang.').optional();
const choice = z.union([z.boolean(), z.string().max(20)]).optional();

const tipFields = {
  municipality: typed,
  firstNames: typed,
  lastName: typed,
  formerName: typed,
  nickname: typed,
  birthYear: z.union([typed, z.number().int()]).optional(),
  phone: typed,
  email: typed,
  street: typed,
  postcode: typed,
  place: typed,
  country: typed,
  relation: typed,
  greeting: typed,
  othersInHousehold: typed,
  tipperName: typed,
  tipperPhone: typed,
  tipperEmail: typed,
  maySayName: choice,
  mayContact: choice,
} satisfies Record<(typeof tipFormFields)[number], z.ZodType>;

const idempotencyKey = id.describe(
  'Made by the sender; the same tip sent again with the same key is one tip',
);

/** A field that people do not see and robots fill in: a tip with something here is answered, but not kept. */
export const honeypotField = 'nettsted';

export const sendTip = endpoint({
  method: 'POST',
  path: '/api/public/tips',
  summary: 'Tell about somebody you miss; the answer is the same whether or not the person is known',
  body: z.object({ key: idempotencyKey, ...tipFields, [honeypotField]: z.string().max(4_000).optional() }),
  response: done,
  status: 201,
  refusals: ['campaign_not_open', 'too_large', 'too_many_requests'],
});

const text = z.string().nullable();

/** A received tip: every word as it was sent, and what was read out of it. */
export const tip = z.object({
  id,
  municipality: municipalityNumber,
  municipalityName: z.string(),
  receivedAt: instant,
  source: tipSource,
  /** Name of the person who typed it in or imported it; null when the public sent it. */
  enteredBy: text,
  firstNames: text,
  lastName: text,
  formerName: text,
  nickname: text,
  birthYear: z.number().int().nullable(),
  /** As it was written. */
  phone: text,
  /** As it can be dialled, E.164. */
  phoneE164: text,
  email: text,
  street: text,
  postcode: text,
  place: text,
  country: text,
  relation: text,
  greeting: text,
  othersInHousehold: text,
  tipperName: text,
  tipperPhone: text,
  tipperEmail: text,
  maySayName: z.boolean(),
  mayContact: z.boolean(),
});
export type Tip = z.infer<typeof tip>;

const campaignParams = z.object({ campaignId: id });

/** What a coordinator can ask the list for: tips that lack something worth finding out. */
export const tipLacks = z.enum(['phone', 'address', 'tipper']);

export const listTips = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/tips',
  summary: 'Received tips, newest first; search folds å/aa, ø/ö, æ/ä and looks in names, places and numbers',
  params: campaignParams,
  query: z.object({
    ...pageQuery,
    search: z.string().trim().max(120).optional(),
    municipality: municipalityNumber.optional(),
    source: tipSource.optional(),
    lacks: tipLacks.optional(),
  }),
  response: z.object({ tips: z.array(tip), total: z.number().int() }),
});

export const getTip = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/tips/:tipId',
  summary: 'One tip',
  params: campaignParams.extend({ tipId: id }),
  response: tip,
});

export const enterTip = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/tips',
  summary: 'Enter a tip that came on paper or by telephone; judged by the same rules as the public form',
  params: campaignParams,
  body: z.object({ key: idempotencyKey, ...tipFields }),
  response: tip,
  status: 201,
  refusals: ['campaign_not_open'],
});

/** A list is sent as it is on disk, as `application/octet-stream`. */
export const fileBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array,
  'Send fila som den er.',
);

export const rowProblem = z.object({
  /** As a spreadsheet numbers the rows: the headers are row 1. */
  row: z.number().int(),
  field: tipField.or(z.enum(['tipId', 'receivedAt', 'row'])),
  /** The header over the column, as it stands in the file; null when the row as a whole is at fault. */
  header: text,
  code: z.string(),
  message: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const importCounts = z.object({
  /** Rows with something in them, headers left out. */
  rows: z.number().int(),
  good: z.number().int(),
  /** Rows with at least one problem. */
  bad: z.number().int(),
  /** Good rows that stand twice in the file or were taken in before; they are not stored again. */
  repeated: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const importPreview = z.object({
  fileName: z.string(),
  sha256: z.string(),
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  delimiter: z.enum([';', ',', '\t']),
  /** Every column of the file; `field` is null when it is not a tip's column and will be left out. */
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  counts: importCounts,
  problems: z.array(rowProblem),
  /** More problems than are listed. */
  problemsLeftOut: z.number().int(),
  /** The first good rows, so that a person can see that the columns are understood. */
  sample: z.array(
    z.object({
      row: z.number().int(),
      municipality: municipalityNumber,
      name: z.string(),
      place: z.string(),
    }),
  ),
  alreadyImported: z.boolean(),
});
export type ImportPreview = z.infer<typeof importPreview>;

const fileQuery = z.object({ fileName: z.string().trim().min(1, 'Fila må ha et navn.').max(200) });

export const previewTipImport = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/tips/imports/preview',
  summary: 'Read a list of tips (CSV) and tell what would be taken in; stores nothing',
  params: campaignParams,
  query: fileQuery,
  body: fileBytes,
  response: importPreview,
  refusals: ['too_large', 'unsupported_media_type'],
});

export const tipImport = z.object({
  id,
  fileName: z.string(),
  sha256: z.string(),
  importedAt: instant,
  importedBy: z.string(),
  counts: importCounts,
  /** The rows that were not taken in: where and why, never what stood there. */
  refusedRows: z.array(rowProblem),
});
export type TipImport = z.infer<typeof tipImport>;

export const importTips = endpoint({
  method: 'POST',
  path: '/api/campaigns/:campaignId/tips/imports',
  summary: 'Store the good rows of a previewed list; the same list sent again is one import',
  params: campaignParams,
  query: fileQuery.extend({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Ta sha256 fra forhåndsvisningen.'),
  }),
  body: fileBytes,
  response: tipImport,
  status: 201,
  refusals: ['campaign_not_open', 'file_changed_since_preview', 'too_large', 'unsupported_media_type'],
});

export const listTipImports = endpoint({
  method: 'GET',
  path: '/api/campaigns/:campaignId/tips/imports',
  summary: 'Lists taken in, newest first',
  params: campaignParams,
  response: z.object({ imports: z.array(tipImport) }),
});
