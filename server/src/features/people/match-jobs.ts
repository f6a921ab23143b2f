import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { TipsReader } from '../tips/index.js';
import { MatchRuns, rematchCause } from './match-runs.js';
import { Matching } from './matching.js';
import { matchNewTips, rematchCampaign, tipsPerJob } from './people.jobs.js';

/** Matching as background work. */
@Injectable()
export class MatchJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly runs: MatchRuns,
    private readonly tips: TipsReader,
    private readonly matching: Matching,
  ) {}

  handleAll(): void {
    this.jobs.handle(matchNewTips, ({ campaignId, tipIds }, job) =>
      this.#match(campaignId, tipIds, job, 'matched'),
    );
    this.jobs.handle(rematchCampaign, async ({ campaignId }, job) => {
      const tipIds: string[] = [];
      for await (const tip of this.tips.ofCampaign(campaignId)) tipIds.push(tip.id);
      await this.#match(campaignId, tipIds, job, rematchCause(job.jobId));
      await this.runs.finish(campaignId, job.jobId, tipIds.length);
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

  async #match(campaignId: string, tipIds: readonly string[], job: JobContext, cause: string): Promise<void> {
    await job.progress(0, tipIds.length);
    await this.matching.matchTips(campaignId, tipIds, cause, async (done) => {
      job.signal.throwIfAborted();
      await job.progress(done, tipIds.length);
    });
  }
}
