import type { Language } from '@savner/contract/common';
import { batchFilter, type BatchFilter } from '@savner/contract/postcards';

/** What the form for a new batch holds. */
export interface BatchDraft {
  readonly template: string;
  readonly language: Language;
  readonly municipalities: readonly string[];
  /** As typed; empty for no limit. */
  readonly limit: string;
}

/**
 * The filter the draft stands for; null when the limit is no number of cards. To the server an empty list means
 * every municipality, so a draft without any is no filter at all.
 */
export function filterOf({ template, language, municipalities, limit }: BatchDraft): BatchFilter | null {
  if (municipalities.length === 0) return null;
  const written = limit.trim();
  const parsed = batchFilter.safeParse({
    template,
    language,
    municipalities: [...municipalities],
    limit: written === '' ? null : Number(written),
  });
  return parsed.success ? parsed.data : null;
}
