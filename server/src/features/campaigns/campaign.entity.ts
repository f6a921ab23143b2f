import type { CampaignSettings } from '@savner/contract/campaigns';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';

export interface CampaignMunicipality {
  readonly number: string;
  readonly mayorName: string | null;
  readonly callingFrom: string | null;
}

@Entity('campaign')
export class CampaignRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column(kinds.text)
  name!: string;

  @Column(kinds.text)
  region!: string;

  @Column({ ...kinds.date, name: 'starts_on' })
  startsOn!: string;

  @Column({ ...kinds.date, name: 'ends_on' })
  endsOn!: string;

  @Column(kinds.code)
  state!: 'draft' | 'open' | 'closed';

  @Column(kinds.json)
  municipalities!: CampaignMunicipality[];

  @Column(kinds.json)
  settings!: CampaignSettings;

  @Column(kinds.json)
  contact!: { name: string; email: string; phone: string };

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column(kinds.integer)
  version!: number;
}
