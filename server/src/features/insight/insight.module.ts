import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { HostingModule } from '../hosting/index.js';
import { PeopleModule } from '../people/index.js';
import { PostcardsModule } from '../postcards/index.js';
import { TipsModule } from '../tips/index.js';
import { FiguresService } from './figures.service.js';
import { InsightController } from './insight.controller.js';
import { StandingsService } from './standings.service.js';
import { TodayService } from './today.service.js';

@Module({
  imports: [CampaignsModule, TipsModule, PeopleModule, PostcardsModule, CallsModule, HostingModule],
  controllers: [InsightController],
  providers: [FiguresService, StandingsService, TodayService],
  exports: [FiguresService],
})
export class InsightModule {}
