import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { LOGGER } from '../tokens.js';
import { assembleJobs } from './assemble-jobs.js';
import { JobRow } from './job.entity.js';
import { type JobSettings, jobSettings } from './job-settings.js';
import { Jobs } from './jobs.js';
import type { JobRole } from './stored-jobs.js';

export interface JobsModuleOptions {
  /**
   * Left out, embedded jobs run where they are stored (server, command line), and BullMQ's are left to workers.
   * A worker says `run`; a command that must not wait for its jobs says `enqueue`.
   */
  readonly role?: JobRole;
  readonly settings?: Partial<JobSettings>;
}

@Module({})
export class JobsModule {
  static register(config: Config, options: JobsModuleOptions = {}): DynamicModule {
    const role = options.role ?? (config.jobs.kind === 'embedded' ? 'run' : 'enqueue');
    const settings = { ...jobSettings, ...options.settings };
    return {
      module: JobsModule,
      global: true,
      imports: [TypeOrmModule.forFeature([JobRow])],
      providers: [
        {
          provide: Jobs,
          inject: [Database, Clock, LOGGER],
          useFactory: (database: Database, clock: Clock, logger: Logger) =>
            assembleJobs({ config: config.jobs, role, settings, database, clock, logger }),
        },
      ],
      exports: [Jobs],
    };
  }
}
