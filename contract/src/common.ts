import { z } from 'zod';

/** Made by the application; time-ordered (UUID version 7), or chosen by the client as an idempotency key. */
export const id = z.uuid();

/** An instant in UTC, ISO 8601 with milliseconds: `2026-01-12T19:31:07.000Z`. */
export const instant = z.iso.datetime();

/** A calendar date without a time zone: `2026-01-12`. */
export const date = z.iso.date();

/** The municipality's official four-digit number, e.g. `3427` for Tynset. */
export const municipalityNumber = z.string().regex(/^\d{4}$/, 'Kommunenummeret har fire siffer.');

export const language = z.enum(['nb', 'nn']);
export type Language = z.infer<typeof language>;

/** Paging by page number; lists answer with the total so that a screen can say «1-50 av 425». */
export const pageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
};

export const done = z.object({ done: z.literal(true) });

/** State of a piece of background work, the same shape for imports, matching and print batches. */
export const jobProgress = z.object({
  id,
  name: z.string(),
  state: z.enum(['waiting', 'running', 'succeeded', 'failed', 'cancelled']),
  done: z.number().int().min(0),
  total: z.number().int().min(0),
  /** A sentence a person can act on; only when the work failed. */
  problem: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type JobProgress = z.infer<typeof jobProgress>;

/** The answer is a file, not JSON; follow the address as a link. */
export const fileDownload = z.unknown().meta({ file: true });
