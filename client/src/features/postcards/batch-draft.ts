import type { Language } from '@savner/contract/common';
import {
  batchFilter,
  type BatchFilter,
  type destinations,
  type flips,
  type Sheet,
} from '@savner/contract/postcards';

/** What the form for a new batch holds. */
export interface BatchDraft {
  readonly template: string;
  readonly language: Language;
  readonly municipalities: readonly string[];
  /** As typed; empty for no limit. */
  readonly limit: string;
  /** As a date box has it; empty for everybody. */
  readonly informBefore: string;
  readonly destination: (typeof destinations)[number];
  readonly sheet: Sheet;
  readonly flip: (typeof flips)[number];
  readonly marks: boolean;
  readonly perMunicipality: boolean;
  /** As typed; empty for as many as a file may hold. */
  readonly cardsPerFile: string;
}

/** The fields of that form. */
export interface BatchFields {
  readonly draft: BatchDraft;
  /** What is wrong with a field, in words for people. */
  readonly problemAt: (field: keyof BatchDraft) => string | undefined;
  readonly onChange: (changes: Partial<BatchDraft>) => void;
}

/** Boxes in which people write what may be no number or no date. */
const writtenFields = ['limit', 'informBefore', 'cardsPerFile'] as const;
export type WrittenField = (typeof writtenFields)[number];

export interface ReadDraft {
  /** Null when nobody is chosen, or a box is wrong. */
  readonly filter: BatchFilter | null;
  readonly wrong: readonly WrittenField[];
}

/** To the server an empty list means every municipality, so a draft without any is no filter at all. */
export function readDraft(draft: BatchDraft): ReadDraft {
  const { municipalities, limit, informBefore, cardsPerFile, ...chosen } = draft;
  const parsed = batchFilter.safeParse({
    ...chosen,
    municipalities: [...municipalities],
    limit: numberIn(limit) ?? null,
    informBefore: informBefore === '' ? null : informBefore,
    cardsPerFile: numberIn(cardsPerFile),
  });
  if (parsed.success) return { filter: municipalities.length === 0 ? null : parsed.data, wrong: [] };
  const paths = parsed.error.issues.map(({ path }) => path[0]);
  return { filter: null, wrong: writtenFields.filter((field) => paths.includes(field)) };
}

function numberIn(written: string): number | undefined {
  return written.trim() === '' ? undefined : Number(written);
}
