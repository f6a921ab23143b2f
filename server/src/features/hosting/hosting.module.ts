import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '../calls/index.js';
import { FollowUpsReading } from './follow-ups-reading.js';
import { FollowUpWishRow } from './follow-up-wish.entity.js';
import { FollowUpRow } from './follow-up.entity.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';
import { HostingController } from './hosting.controller.js';
import { HostingReader } from './hosting-reader.js';

@Module({
  imports: [TypeOrmModule.forFeature([FollowUpRow, FollowUpWishRow]), CallsModule],
  controllers: [HostingController],
  providers: [FollowUpsReading, FollowUpsRepository, FollowUpsService, HostingReader],
  exports: [FollowUpsService, HostingReader],
})
export class HostingModule {}
