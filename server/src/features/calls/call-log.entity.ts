import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** One division of a municipality's list, with what it changed, so that it can be taken back. */
@Entity('call_division')
@Index('call_division_place', ['campaignId', 'municipality', 'at'])
export class CallDivisionRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  /** Null when it was made from the command line. */
  @Column({ ...kinds.id, name: 'user_id', nullable: true })
  userId!: string | null;

  @Column(kinds.instant)
  at!: Date;

  @Column(kinds.json)
  changes!: readonly { readonly caseId: string; readonly from: string | null; readonly to: string | null }[];

  @Column({ ...kinds.instant, name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}

/** What leaders did to a case by hand: who, when, why. */
@Entity('call_action')
@Index('call_action_case', ['caseId', 'at'])
export class CallActionRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'case_id' })
  caseId!: string;

  @Column({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column(kinds.code)
  kind!: 'freed' | 'opened_by_hand' | 'returned_to_queue';

  @Column(kinds.instant)
  at!: Date;

  @Column(kinds.text)
  reason!: string;
}
