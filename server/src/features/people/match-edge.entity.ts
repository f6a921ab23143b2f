import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { Edge } from './domain/matching/judge-pair.js';
import type { Levels } from './domain/matching/levels.js';

@Entity('match_edge')
@Check('match_edge_in_order', 'tip_a < tip_b')
@Check('match_edge_band_known', `band IN ('automatic', 'review', 'none')`)
@Index('match_edge_b', ['tipB'])
export class MatchEdgeRow {
  @PrimaryColumn({ ...kinds.id, name: 'tip_a' })
  tipA!: string;

  @PrimaryColumn({ ...kinds.id, name: 'tip_b' })
  tipB!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column(kinds.real)
  bits!: number;

  @Column(kinds.real)
  probability!: number;

  @Column(kinds.code)
  band!: Edge['band'];

  @Column(kinds.code)
  household!: Edge['household'];

  @Column(kinds.json)
  levels!: Levels;

  @Column({ ...kinds.code, name: 'model_version' })
  modelVersion!: string;
}
