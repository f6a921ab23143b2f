import { pino } from 'pino';
import { migrations } from '../../src/migrations/index.js';
import { SystemClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { JobRow } from '../../src/platform/jobs/job.entity.js';
import { assembleJobs } from '../../src/platform/jobs/jobs.module.js';
import { JobRepository } from '../../src/platform/jobs/job.repository.js';
import type { Jobs } from '../../src/platform/jobs/jobs.js';
import type { JobRole } from '../../src/platform/jobs/stored-jobs.js';
import { openTestDatabase } from '../open-test-database.js';
import { makeTestPlace } from '../test-database.js';

/** One database that several workers share; each `join` is what one process has of the job seam. */
export interface JobsPlace {
  readonly database: Database;
  readonly rows: JobRepository;
  join(role: JobRole, prepare: (jobs: Jobs) => void): Promise<Member>;
  remove(): Promise<void>;
}

export interface Member {
  readonly jobs: Jobs;
  leave(): Promise<void>;
}

/** How long a silent worker keeps its job here, in milliseconds. */
export const testLease = 600;

const settings = { slots: 2, pollEvery: 40, lease: testLease, stopWithin: 5_000, progressEvery: 0 };

export async function makeJobsPlace(mode: 'sqlite' | 'postgres'): Promise<JobsPlace> {
  const place = await makeTestPlace(mode);
  const { database, close } = await openTestDatabase(place.config, { migrations, entities: [JobRow] });
  const present = new Set<Member>();
  return {
    database,
    rows: new JobRepository(database),
    join: async (role, prepare) => {
      const jobs = await assembleJobs({
        config: place.config.jobs,
        role,
        settings,
        database,
        clock: new SystemClock(),
        logger: pino({ level: 'silent' }),
      });
      prepare(jobs);
      await jobs.onApplicationBootstrap();
      const member: Member = {
        jobs,
        leave: async () => {
          if (!present.delete(member)) return;
          await jobs.onModuleDestroy();
          await jobs.onApplicationShutdown();
        },
      };
      present.add(member);
      return member;
    },
    remove: async () => {
      for (const member of present) await member.leave();
      await close();
      await place.remove();
    },
  };
}
