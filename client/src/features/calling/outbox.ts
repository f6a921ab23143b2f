import type { CallReportInput } from '@savner/contract/rules/call-report';

/** A finished report on its way: kept on the device until the server has said that it is stored. */
export interface UnsentReport {
  /** Made once; the same report sent twice with it is one report. */
  readonly key: string;
  readonly campaignId: string;
  readonly leaseId: string;
  readonly householdId: string;
  readonly number: string | null;
  readonly title: string;
  readonly report: CallReportInput;
}

/** The reports of this person that have not reached the server, oldest first. */
export function readOutbox(userId: string): readonly UnsentReport[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyFor(userId)) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export function writeOutbox(userId: string, reports: readonly UnsentReport[]): void {
  if (reports.length === 0) localStorage.removeItem(keyFor(userId));
  else localStorage.setItem(keyFor(userId), JSON.stringify(reports));
}

function keyFor(userId: string): string {
  return `unsent-reports ${userId}`;
}
