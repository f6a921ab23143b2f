import type { SkipReason } from '@savner/contract/rules/call-report';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** Who stands close to a household, as keyed hashes of name and e-mail: a caller with the same is not offered it. */
@Entity('call_tie')
export class CallTieRow {
  @PrimaryColumn({ ...kinds.id, name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ ...kinds.code, name: 'match_key' })
  matchKey!: string;

  @Column(kinds.code)
  kind!: 'own_tip' | 'self';
}

/** A caller who wanted somebody else to take the household: never offered again, unless chosen. */
@Entity('call_skip')
export class CallSkipRow {
  @PrimaryColumn({ ...kinds.id, name: 'case_id' })
  caseId!: string;

  @PrimaryColumn({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column(kinds.code)
  reason!: SkipReason | 'passed_on';

  @Column(kinds.instant)
  at!: Date;
}
