import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { makeTestPlace, type TestPlace } from '../../../test/test-database.js';
import { migrations } from '../../migrations/index.js';
import { DatabaseModule } from '../database/database.module.js';
import { Database } from '../database/database.js';
import { PlatformModule } from '../platform.module.js';
import { defineJob } from './job.js';
import { Jobs } from './jobs.js';
import { JobsModule } from './jobs.module.js';

const greet = defineJob({ name: 'test.greet', payload: z.object({}), attempts: 1, backoffSeconds: 1 });
const greeted: string[] = [];

@Injectable()
class Greeter implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.handle(greet, async (_payload, { jobId }) => void greeted.push(jobId));
  }
}

@Module({ providers: [Greeter] })
class GreeterModule {}

describe('the job module', () => {
  let place: TestPlace;

  beforeEach(async () => {
    place = await makeTestPlace('sqlite');
  });
  afterEach(async () => {
    await place.remove();
  });

  const start = (features: readonly (typeof GreeterModule)[]) => {
    @Module({
      imports: [
        PlatformModule.register(place.config),
        DatabaseModule.register(place.config, migrations),
        JobsModule.register(place.config),
        ...features,
      ],
    })
    class TestModule {}
    return NestFactory.createApplicationContext(TestModule, { logger: false, abortOnError: false });
  };

  it('runs what a feature has stored, in the same process when there is no Redis', async () => {
    const app = await start([GreeterModule]);
    const jobs = app.get(Jobs);
    const id = await app.get(Database).transaction(() => jobs.enqueue(greet, {}));
    await jobs.drain();
    expect(greeted).toEqual([id]);
    await app.close();
  });

  it('lets the process refuse to start when a defined job has no handler', async () => {
    await expect(start([])).rejects.toThrow('No handler for the job(s) test.greet');
  });

  it('lets the process refuse to start when a job has two handlers', async () => {
    @Module({ providers: [Greeter] })
    class SecondGreeterModule {}
    await expect(start([GreeterModule, SecondGreeterModule])).rejects.toThrow('two handlers');
  });
});
