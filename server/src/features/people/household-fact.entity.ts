import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { HouseholdFact } from './domain/households/household-fact.js';

@Entity('household_fact')
@Check('household_fact_origin_known', `origin IN ('coordinator', 'call', 'card')`)
@Index('household_fact_household', ['householdId'])
@Index('household_fact_tip', ['tipId'])
@Index('household_fact_report', ['reportId'])
export class HouseholdFactRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  /** The tip whose value it is about: the fact goes where that tip goes, and goes with it. */
  @Column({ ...kinds.id, name: 'tip_id', nullable: true })
  tipId!: string | null;

  @Column(kinds.json)
  fact!: HouseholdFact;

  @Column(kinds.code)
  origin!: 'coordinator' | 'call' | 'card';

  @Column({ ...kinds.id, name: 'told_by_id' })
  toldById!: string;

  @Column({ ...kinds.text, name: 'told_by' })
  toldBy!: string;

  @Column(kinds.instant)
  at!: Date;

  @Column(kinds.text)
  why!: string;

  @Column({ ...kinds.id, name: 'report_id', nullable: true })
  reportId!: string | null;
}
