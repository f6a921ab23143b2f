import { setTimeout as pause } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import type { JobProgress } from '@savner/contract/common';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { newId } from '../ids.js';
import type { JobCarrier } from './job-carrier.js';
import type { JobRegistry } from './job-registry.js';
import type { JobRow } from './job.entity.js';
import type { JobRepository } from './job.repository.js';
import type { JobRunner } from './job-runner.js';
import { definedJobs, type JobDefinition, type JobHandler } from './job.js';
import { type EnqueueOptions, Jobs } from './jobs.js';

/** `run`: this process runs jobs. `enqueue`: it only stores them and leaves them to others. */
export type JobRole = 'run' | 'enqueue';

/** Jobs on the job table, with a carrier that decides who picks them up. */
export class StoredJobs
  extends Jobs
  implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown
{
  constructor(
    private readonly role: JobRole,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly rows: JobRepository,
    private readonly runner: JobRunner,
    private readonly carrier: JobCarrier,
  ) {
    super();
  }

  override async enqueue<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<string> {
    this.registry.get(definition.name);
    const now = this.clock.now();
    const runAt = options.runAt ?? now;
    const stored = await this.rows.insert({
      id: newId(),
      name: definition.name,
      key: options.key ?? null,
      payload: definition.payload.parse(payload),
      campaignId: options.campaignId ?? null,
      runAt,
      createdAt: now,
    });
    const delay = Math.max(0, runAt.getTime() - now.getTime());
    if (stored.isNew) this.database.afterCommit(() => this.carrier.handOver(stored.id, delay));
    return stored.id;
  }

  override handle<Payload>(definition: JobDefinition<Payload>, handler: JobHandler<Payload>): void {
    this.registry.add(definition, handler);
  }

  override async find(jobId: string, within?: { readonly campaignId: string }): Promise<JobProgress | null> {
    const row = await this.rows.find(jobId);
    if (!row || (within && row.campaignId !== within.campaignId)) return null;
    return toProgress(row);
  }

  override async cancel(jobId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const isCancelled = await this.rows.cancel(jobId, this.clock.now());
      if (isCancelled) this.database.afterCommit(() => this.runner.abort(jobId));
      return isCancelled;
    });
  }

  override async drain(): Promise<void> {
    let wait = 5;
    while (await this.rows.isBusy(this.registry.names, this.clock.now())) {
      await pause(wait);
      wait = Math.min(wait * 2, 100);
    }
  }

  /** @throws Error when a defined job has no handler: better not to start than to leave work lying */
  async onApplicationBootstrap(): Promise<void> {
    this.registry.assertHandles(definedJobs());
    if (this.role === 'run') await this.carrier.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.carrier.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.carrier.close();
  }
}

function toProgress(row: JobRow): JobProgress {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    done: row.done,
    total: row.total,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
