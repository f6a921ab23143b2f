import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { JobCarrier } from './job-carrier.js';
import { JobRegistry } from './job-registry.js';
import { JobRepository } from './job.repository.js';
import { JobRunner } from './job-runner.js';
import type { JobSettings } from './job-settings.js';
import { type JobRole, StoredJobs } from './stored-jobs.js';

export interface JobParts {
  readonly config: Config['jobs'];
  readonly role: JobRole;
  readonly settings: JobSettings;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Puts the job seam together; the module does it for the application, the contract suite for each of its workers. */
export async function assembleJobs(parts: JobParts): Promise<StoredJobs> {
  const { role, settings, database, clock, logger } = parts;
  const registry = new JobRegistry();
  const rows = new JobRepository(database);
  const runner = new JobRunner(registry, rows, clock, settings, logger);
  const carrier = await chooseCarrier(parts, runner);
  return new StoredJobs(role, database, clock, registry, rows, runner, carrier);
}

/** Adapters are loaded when chosen: who runs on one machine never loads the Redis client. */
async function chooseCarrier({ config, settings, logger }: JobParts, runner: JobRunner): Promise<JobCarrier> {
  switch (config.kind) {
    case 'embedded': {
      const { EmbeddedCarrier } = await import('./embedded/embedded-carrier.js');
      return new EmbeddedCarrier(runner, settings, logger);
    }
    case 'bullmq': {
      const { BullCarrier } = await import('./bullmq/bull-carrier.js');
      return new BullCarrier(config, runner, settings, logger);
    }
  }
}
