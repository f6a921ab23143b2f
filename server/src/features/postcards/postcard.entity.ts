import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { StoredCard } from './domain/batch.js';

/** The frozen manifest of a batch, a row a card. A household is in one open batch at most: the database sees to it. */
@Entity('postcard')
@Index('postcard_open_household', ['householdId'], { unique: true, where: `state = 'in_batch'` })
@Index('postcard_code', ['codeHash'], { unique: true })
@Index('postcard_batch', ['batchId', 'position'], { unique: true })
@Index('postcard_household', ['campaignId', 'householdId'])
@Index('postcard_of_household', ['householdId'])
export class PostcardRow implements StoredCard {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.id, name: 'batch_id' })
  batchId!: string;

  @Column({ ...kinds.id, name: 'campaign_id' })
  campaignId!: string;

  @Column({ ...kinds.id, name: 'household_id' })
  householdId!: string;

  @Column(kinds.municipality)
  municipality!: string;

  @Column(kinds.integer)
  position!: number;

  @Column(kinds.code)
  state!: StoredCard['state'];

  @Column({ ...kinds.code, name: 'code_hash' })
  codeHash!: string;

  @Column({ ...kinds.json, name: 'address_lines' })
  addressLines!: string[];

  @Column({ ...kinds.code, nullable: true })
  postcode!: string | null;

  @Column({ ...kinds.json, nullable: true })
  address!: StoredCard['address'];

  @Column({ ...kinds.date, name: 'posted_on', nullable: true })
  postedOn!: string | null;

  @Column({ ...kinds.date, name: 'returned_on', nullable: true })
  returnedOn!: string | null;

  @Column({ ...kinds.code, name: 'return_reason', nullable: true })
  returnReason!: StoredCard['returnReason'];
}
