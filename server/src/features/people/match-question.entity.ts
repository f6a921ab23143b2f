import type { MatchKind, Saving } from '@savner/contract/people';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A pair that waits for a human answer; written anew with every settling of its tips. */
@Entity('match_question')
@Check('match_question_saves_known', `saves IN ('stopped_card', 'cards', 'calls', 'waiting_card', 'records')`)
@Index('match_question_campaign', ['campaignId', 'caseId'])
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

  /** Questions that hang together are one case; its worth stands on each of them. */
  @Column({ ...kinds.text, name: 'case_id' })
  caseId!: string;

  @Column(kinds.integer)
  worth!: number;

  @Column(kinds.code)
  saves!: Saving;

  @Column({ ...kinds.integer, name: 'saved_count' })
  savedCount!: number;

  @Column({ ...kinds.instant, name: 'inform_by' })
  informBy!: Date;

  /** What first raised it: `matched`, or the id of an answer or a run. */
  @Column(kinds.code)
  cause!: string;
}
