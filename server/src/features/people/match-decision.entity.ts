import type { MatchKind, Verdict } from '@savner/contract/people';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

@Entity('match_decision')
@Check('match_decision_kind_known', `kind IN ('person', 'household')`)
@Check('match_decision_verdict_known', `verdict IN ('same', 'not_same')`)
@Check('match_decision_origin_known', `origin IN ('review', 'split')`)
@Index('match_decision_act', ['actId'])
@Index('match_decision_a', ['tipA'])
@Index('match_decision_b', ['tipB'])
@Index('match_decision_campaign', ['campaignId', 'actId'])
@Index('match_decision_key', ['answerKey'])
export class MatchDecisionRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'act_id' })
  actId!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.code)
  kind!: MatchKind;

  @Column(kinds.code)
  verdict!: Verdict;

  @Column(kinds.code)
  origin!: 'review' | 'split';

  @Column({ ...kinds.id, name: 'tip_a' })
  tipA!: string;

  @Column({ ...kinds.id, name: 'tip_b' })
  tipB!: string;

  @Column({ ...kinds.code, name: 'hash_a' })
  hashA!: string;

  @Column({ ...kinds.code, name: 'hash_b' })
  hashB!: string;

  @Column({ ...kinds.id, name: 'decided_by_id' })
  decidedById!: string;

  @Column({ ...kinds.text, name: 'decided_by' })
  decidedBy!: string;

  @Column({ ...kinds.instant, name: 'decided_at' })
  decidedAt!: Date;

  @Column(kinds.text)
  why!: string;

  /** Sent with the answer, so that one that is sent twice is stored once. */
  @Column({ ...kinds.id, name: 'answer_key', nullable: true })
  answerKey!: string | null;
}
