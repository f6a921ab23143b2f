import type { BlockReason, HouseholdPhone, HouseholdStage, SortingReason } from '@savner/contract/people';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('household')
@Check('household_stage_known', `stage IN ('sorting', 'ready_for_card', 'blocked')`)
@Index('household_list', ['campaignId', 'sortKey'])
@Index('household_former', ['mergedInto'])
@Index('household_stage', ['campaignId', 'stage', 'municipality'])
export class HouseholdRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column({ ...kinds.text, name: 'display_name' })
  displayName!: string;

  @Column({ ...kinds.text, name: 'sort_key' })
  sortKey!: string;

  @Column({ ...kinds.text, name: 'search_key' })
  searchKey!: string;

  @Column({ ...kinds.json, name: 'names_on_card' })
  namesOnCard!: string[];

  @Column({ ...kinds.text, nullable: true })
  street!: string | null;

  @Column({ ...kinds.text, nullable: true })
  postcode!: string | null;

  @Column({ ...kinds.text, nullable: true })
  place!: string | null;

  @Column({ ...kinds.text, nullable: true })
  country!: string | null;

  @Column({ ...kinds.flag, name: 'has_address' })
  hasAddress!: boolean;

  @Column(kinds.json)
  phones!: HouseholdPhone[];

  @Column(kinds.json)
  emails!: string[];

  @Column({ ...kinds.integer, name: 'tip_count' })
  tipCount!: number;

  @Column({ ...kinds.integer, name: 'person_count' })
  personCount!: number;

  @Column({ ...kinds.instant, name: 'first_tip_at' })
  firstTipAt!: Date;

  @Column({ ...kinds.instant, name: 'inform_by' })
  informBy!: Date;

  @Column(kinds.code)
  stage!: HouseholdStage;

  @Column({ ...kinds.code, name: 'sorting_reason', nullable: true })
  sortingReason!: SortingReason | null;

  @Column({ ...kinds.code, name: 'block_reason', nullable: true })
  blockReason!: BlockReason | null;

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...kinds.instant, name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column({ ...kinds.id, name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column(kinds.integer)
  version!: number;
}
