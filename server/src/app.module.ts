import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config/config.js';
import { AccountsModule } from './features/accounts/index.js';
import { CallsModule } from './features/calls/index.js';
import { CampaignsModule } from './features/campaigns/index.js';
import { HostingModule } from './features/hosting/index.js';
import { InsightModule } from './features/insight/index.js';
import { PeopleModule } from './features/people/index.js';
import { PostcardsModule } from './features/postcards/index.js';
import { TipsModule } from './features/tips/index.js';
import { migrations } from './migrations/index.js';
import type { Clock } from './platform/clock.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { JobsModule, type JobsModuleOptions } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The only list of features, in their order of knowledge: a feature may know those above it. */
const features = [
  AccountsModule,
  CampaignsModule,
  TipsModule,
  PeopleModule,
  PostcardsModule,
  CallsModule,
  HostingModule,
  InsightModule,
];

@Module({})
export class AppModule {
  static register(config: Config, clock?: Clock, jobs?: JobsModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(config, clock),
        DatabaseModule.register(config, migrations),
        JobsModule.register(config, jobs),
        ...features,
      ],
    };
  }
}
