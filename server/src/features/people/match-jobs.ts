import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { JobContext } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CampaignsService } from '../campaigns/index.js';
import { TipsReader } from '../tips/index.js';
import { Matching } from './matching.js';
import { matchNewTips, rematchCampaign, tipsPerJob } from './people.jobs.js';

/** Matching as background work. */
@Injectable()
export class MatchJobs {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly campaigns: CampaignsService,
    private readonly tips: TipsReader,
    private readonly matching: Matching,
  ) {}

  handleAll(): void {
    this.jobs.handle(matchNewTips, ({ campaignId, tipIds }, job) => this.#match(campaignId, tipIds, job));
    this.jobs.handle(rematchCampaign, async ({ campaignId }, job) => {
      const tipIds: string[] = [];
      for await (const tip of this.tips.ofCampaign(campaignId)) tipIds.push(tip.id);
      await this.#match(campaignId, tipIds, job);
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

  /** @returns the id of the job @throws AppError not_found */
  async rematch(campaignId: string): Promise<string> {
    await this.campaigns.get(campaignId);
    return this.database.transaction(() =>
      this.jobs.enqueue(rematchCampaign, { campaignId }, { campaignId }),
    );
  }

  async #match(campaignId: string, tipIds: readonly string[], job: JobContext): Promise<void> {
    await job.progress(0, tipIds.length);
    await this.matching.matchTips(campaignId, tipIds, async (done) => {
      job.signal.throwIfAborted();
      await job.progress(done, tipIds.length);
    });
  }
}
