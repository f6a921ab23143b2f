import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignRow } from './campaign.entity.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { Postcodes } from './postcodes.js';
import { TeamMemberRow } from './team-member.entity.js';
import { TeamsService } from './teams.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CampaignRow, TeamMemberRow]), AccountsModule],
  controllers: [CampaignsController],
  providers: [CampaignsRepository, CampaignsService, Postcodes, TeamsService],
  exports: [CampaignsService, Postcodes, TeamsService],
})
export class CampaignsModule {}
