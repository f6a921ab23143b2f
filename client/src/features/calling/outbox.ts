import type { CallReportInput } from '@savner/contract/rules/call-report';
import { KeptList } from '../../lib/kept-list.js';

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

/** The reports of each person that have not reached the server, oldest first. */
export const outbox = new KeptList<UnsentReport>('unsent-reports');
