import type { Outlook } from '@savner/contract/calls';
import type { Attempt, CallReport, TalkResult } from '@savner/contract/rules/call-report';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { Stored, StoredOwn } from './call-case.entity.js';
import type { Progress } from './domain/call-case.js';

/** What must be put back when the report is undone. */
export interface ReportUndo {
  readonly leadsTo: Outlook['leadsTo'];
  readonly progress: Stored<Progress>;
  readonly own: StoredOwn | null;
  readonly assignedTo: string | null;
  /** It was the notice, read aloud in this call, that told them. */
  readonly noticeTold: boolean;
  /** The room of people was told something. */
  readonly toldFacts: boolean;
  readonly passedOn: boolean;
  readonly followUp: boolean;
}

/** One attempt and its outcome, as the caller reported it; never changed, only marked as undone. */
@Entity('call_report')
@Index('call_report_key', ['userId', 'key'], { unique: true })
@Index('call_report_case', ['caseId', 'at'])
@Index('call_report_caller', ['userId', 'at'])
@Index('call_report_place', ['campaignId', 'municipality', 'at'])
@Index('call_report_lease', ['leaseId'])
export class CallReportRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  /** Made by the client: the same report sent twice is one. */
  @Column(kinds.id)
  key!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column({ ...kinds.id, name: 'case_id' })
  caseId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column({ ...kinds.id, name: 'lease_id' })
  leaseId!: string;

  @Column({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column(kinds.instant)
  at!: Date;

  @Column(kinds.code)
  attempt!: Attempt;

  @Column({ ...kinds.code, nullable: true })
  result!: TalkResult | null;

  @Column(kinds.json)
  report!: CallReport;

  /** Stored because it happened, but a newer report had already decided. */
  @Column({ ...kinds.flag, name: 'is_superseded' })
  isSuperseded!: boolean;

  /** The case's turn after this report: undo is possible as long as it is still that. */
  @Column({ ...kinds.integer, name: 'turn_after' })
  turnAfter!: number;

  @Column({ ...kinds.json, nullable: true })
  undo!: ReportUndo | null;

  @Column({ ...kinds.instant, name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}
