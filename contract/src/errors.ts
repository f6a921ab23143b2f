import { z } from 'zod';

/**
 * Every refusal has a stable code. The code decides the HTTP status (server) and the words on the screen (client);
 * `message` is a plain Norwegian sentence for those who read the answer without a screen (command line, logs).
 */
export const errorStatuses = {
  validation_failed: 422,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site_request: 403,
  not_found: 404,
  link_used_or_expired: 410,
  conflict: 409,
  already_held: 409,
  you_hold_another: 409,
  lease_lost: 409,
  undo_too_late: 409,
  campaign_not_open: 409,
  nothing_to_print: 409,
  batch_not_ready: 409,
  file_changed_since_preview: 409,
  too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  internal: 500,
  not_ready: 503,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

export const errorCodes = Object.keys(errorStatuses) as [ErrorCode, ...ErrorCode[]];

/** One problem with one field; `path` is dotted from the body's root, e.g. `missed.phone`. */
export const fieldProblem = z.object({
  path: z.string(),
  /** Stable key of the text that explains problem and remedy, e.g. `phone.premium`. */
  code: z.string(),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** The body of every answer that is not a success. */
export const errorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.array(fieldProblem).optional(),
  requestId: z.string(),
});
export type ErrorBody = z.infer<typeof errorBody>;
