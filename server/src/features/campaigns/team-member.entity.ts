import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

/** A person in a municipality's ringing team in a campaign. */
@Entity('team_member')
export class TeamMemberRow {
  @PrimaryColumn({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @PrimaryColumn({ ...kinds.id, name: 'user_id' })
  userId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column(kinds.integer)
  capacity!: number;

  @Column({ ...kinds.instant, name: 'joined_at' })
  joinedAt!: Date;
}
