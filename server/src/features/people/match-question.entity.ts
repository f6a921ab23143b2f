import type { MatchKind } from '@savner/contract/people';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A pair that waits for a human answer; written anew with every settling of its tips. */
@Entity('match_question')
@Index('match_question_campaign', ['campaignId', 'probability'])
@Index('match_question_a', ['tipA'])
@Index('match_question_b', ['tipB'])
export class MatchQuestionRow {
  @PrimaryColumn(kinds.code)
  kind!: MatchKind;

  @PrimaryColumn({ ...kinds.id, name: 'tip_a' })
  tipA!: string;

  @PrimaryColumn({ ...kinds.id, name: 'tip_b' })
  tipB!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.real)
  probability!: number;

  @Column({ ...kinds.id, name: 'household_a' })
  householdA!: string;

  @Column({ ...kinds.id, name: 'household_b' })
  householdB!: string;
}
