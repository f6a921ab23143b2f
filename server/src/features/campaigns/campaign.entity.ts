import type { CampaignSettings } from '@savner/contract/campaigns';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { kinds } from '../../platform/database/columns.js';
import type { CampaignMunicipality, StoredCampaign } from './domain/campaign.js';

@Entity('campaign')
export class CampaignRow implements StoredCampaign {
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
  state!: StoredCampaign['state'];

  @Column(kinds.json)
  municipalities!: CampaignMunicipality[];

  @Column(kinds.json)
  settings!: CampaignSettings;

  @Column(kinds.json)
  contact!: StoredCampaign['contact'];

  @Column({ ...kinds.instant, name: 'created_at' })
  createdAt!: Date;

  @Column(kinds.integer)
  version!: number;
}
