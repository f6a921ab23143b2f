import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { TipsReader } from '../tips/index.js';
import { MatchModels } from './match-models.js';
import { MatchRuns, rematchCause } from './match-runs.js';
import { Matching } from './matching.js';
import { matchNewTips, rematchCampaign, tipsPerJob } from './people.jobs.js';

/** Matching as background work. */
@Injectable()
export class MatchJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly runs: MatchRuns,
    private readonly models: MatchModels,
    private readonly tips: TipsReader,
    private readonly matching: Matching,
  ) {}

  handleAll(): void {
    this.jobs.handle(matchNewTips, async ({ campaignId, tipIds }, job) => {
      await job.progress(0, tipIds.length);
      await this.matching.matchTips(campaignId, tipIds, 'matched', progressOf(job, tipIds.length));
    });
    this.jobs.handle(rematchCampaign, async ({ campaignId }, job) => {
      const tips = await this.#rematch(campaignId, job);
      await this.runs.finish(campaignId, job.jobId, tips);
    });
  }

  /** In the transaction that stores the tips. */
  async enqueue(campaignId: string, tipIds: readonly string[]): Promise<void> {
    for (let start = 0; start < tipIds.length; start += tipsPerJob) {
      await this.jobs.enqueue(
        matchNewTips,
        { campaignId, tipIds: tipIds.slice(start, start + tipsPerJob) },
        { campaignId },
      );
    }
  }

  /** @returns how many tips the campaign has */
  async #rematch(campaignId: string, job: JobContext): Promise<number> {
    const rules = await this.models.rulesText(campaignId);
    const tipIds: string[] = [];
    for await (const tip of this.tips.ofCampaign(campaignId)) tipIds.push(tip.id);
    await job.progress(0, tipIds.length);
    const progress = progressOf(job, tipIds.length);
    await this.matching.rematchTips(campaignId, tipIds, rematchCause(job.jobId), progress);
    // Who changed the rules meanwhile may have taken this run for one that had not begun.
    const isDone = rules === (await this.models.rulesText(campaignId));
    return isDone ? tipIds.length : this.#rematch(campaignId, job);
  }
}

function progressOf(job: JobContext, tips: number): (done: number) => Promise<void> {
  return async (done) => {
    job.signal.throwIfAborted();
    await job.progress(done, tips);
  };
}
