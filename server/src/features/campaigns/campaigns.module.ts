import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { AccountsModule } from '../accounts/index.js';
import { CampaignRow } from './campaign.entity.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { KnownCampaignGuard } from './known-campaign.guard.js';
import { Postcodes } from './postcodes.js';
import { TeamMemberRow } from './team-member.entity.js';
import { TeamsService } from './teams.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CampaignRow, TeamMemberRow]), AccountsModule],
  controllers: [CampaignsController],
  providers: [
    CampaignsRepository,
    CampaignsService,
    {
      provide: Postcodes,
      inject: [CONFIG],
      useFactory: ({ postcodeRegister }: Config) => new Postcodes(postcodeRegister),
    },
    TeamsService,
    { provide: APP_GUARD, useClass: KnownCampaignGuard },
  ],
  exports: [CampaignsService, Postcodes, TeamsService],
})
export class CampaignsModule {}
