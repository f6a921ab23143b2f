import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach } from '@jest/globals';
import { pino } from 'pino';
import { z } from 'zod';
import type { Config } from '../../src/config/config.js';
import { migrations } from '../../src/migrations/index.js';
import { SystemClock } from '../../src/platform/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { JobRow } from '../../src/platform/jobs/job.entity.js';
import { assembleJobs } from '../../src/platform/jobs/assemble-jobs.js';
import type { JobSettings } from '../../src/platform/jobs/job-settings.js';
import { JobRepository } from '../../src/platform/jobs/job.repository.js';
import type { JobContext, JobDefinition } from '../../src/platform/jobs/job.js';
import type { EnqueueOptions, Jobs } from '../../src/platform/jobs/jobs.js';
import type { JobRole } from '../../src/platform/jobs/stored-jobs.js';
import { openTestDatabase } from '../open-test-database.js';
import { makeTestPlace } from '../test-database.js';

/** One database that several workers share; each `join` is what one process has of the job seam. */
export interface JobsPlace {
  readonly database: Database;
  readonly rows: JobRepository;
  readonly config: Config['jobs'];
  join(role: JobRole, prepare: (jobs: Jobs) => void): Promise<Member>;
  remove(): Promise<void>;
}

export interface Member {
  readonly jobs: Jobs;
  leave(): Promise<void>;
}

/** How long a silent worker keeps its job, in milliseconds, where a test is about just that. */
export const testLease = 600;

/** Longer than any pause of a loaded machine: only a test about the end of a lease shortens it. */
const lease = 60_000;

const usual: JobSettings = { slots: 2, pollEvery: 40, lease, stopWithin: 5_000, progressEvery: 0 };

async function makeJobsPlace(mode: 'sqlite' | 'postgres', settings: JobSettings): Promise<JobsPlace> {
  const place = await makeTestPlace(mode);
  const { database, close } = await openTestDatabase(place.config, { migrations, entities: [JobRow] });
  const present = new Set<Member>();
  return {
    database,
    rows: new JobRepository(database),
    config: place.config.jobs,
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

export interface Numbered {
  readonly number: number;
}

export const count: JobDefinition<Numbered> = {
  name: 'test.count',
  payload: z.object({ number: z.number().int() }),
  attempts: 3,
  backoffSeconds: 0.2,
};

/** A fresh place for each test of the surrounding `describe`, and the people in it. */
export function jobsPlaceForEachTest(mode: 'sqlite' | 'postgres', special: Partial<JobSettings> = {}) {
  let place: JobsPlace;
  beforeEach(async () => {
    place = await makeJobsPlace(mode, { ...usual, ...special });
  });
  afterEach(async () => {
    await place.remove();
  });
  return {
    at: () => place,
    /** A process that runs `count` jobs. */
    worker: (work: (payload: Numbered, context: JobContext) => Promise<void>) =>
      place.join('run', (jobs) => jobs.handle(count, work)),
    /** A process that only stores them. */
    clerk: () => place.join('enqueue', (jobs) => jobs.handle(count, async () => {})),
    enqueue: (jobs: Jobs, number: number, options?: EnqueueOptions) =>
      place.database.transaction(() => jobs.enqueue(count, { number }, options)),
  };
}

/** State of a job by its id; undefined when there is none. */
export async function stateOf(jobs: Jobs, id: string): Promise<string | undefined> {
  return (await jobs.find(id))?.state;
}

/** Waits for something that is about to happen; the test's own time limit is the bound. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

/** Something one side waits for and the other opens. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
