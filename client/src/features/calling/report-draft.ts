import { emptyReport, type ReportState } from '@savner/contract/rules/call-questions';

/** What the caller has answered so far, kept in this tab so that a reload in the middle of a call costs nothing. */
export interface ReportDraft {
  readonly state: ReportState;
  /** The number that was tapped, E.164. */
  readonly number: string | null;
}

const storageKey = 'report-draft';
const empty: ReportDraft = { state: emptyReport, number: null };

export function readDraft(leaseId: string): ReportDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('leaseId' in kept) || kept.leaseId !== leaseId)
      return empty;
    return { ...empty, ...('draft' in kept ? (kept.draft as ReportDraft) : {}) };
  } catch {
    return empty;
  }
}

export function keepDraft(leaseId: string, draft: ReportDraft): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ leaseId, draft }));
}

export function dropDraft(): void {
  sessionStorage.removeItem(storageKey);
}
