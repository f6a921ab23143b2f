import { Injectable } from '@nestjs/common';
import type { RematchRun } from '@savner/contract/people';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CampaignsService } from '../campaigns/index.js';
import { openOrDraft } from './households.service.js';
import { MatchRunsRepository } from './match-runs.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { rematchCampaign } from './people.jobs.js';
import { QuestionsRepository } from './questions.repository.js';

/** Runs over every tip of a campaign: started from the screen or the command line, and what they came to. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly campaigns: CampaignsService,
    private readonly runs: MatchRunsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly questions: QuestionsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a run, or joins the one under way.
   * @param startedBy null from the command line
   * @returns the id of the job @throws AppError not_found, campaign_not_open
   */
  async start(campaignId: string, startedBy: string | null): Promise<string> {
    openOrDraft(await this.campaigns.get(campaignId));
    return this.database.transaction(async () => {
      const underWay = await this.newest(campaignId);
      if (underWay && isUnderWay(underWay)) return underWay.job.id;
      return this.enqueue(campaignId, startedBy);
    });
  }

  /** A run of its own, whatever is under way: for those who have changed what tips are compared by. */
  async enqueue(campaignId: string, startedBy: string | null): Promise<string> {
    return this.database.transaction(async () => {
      const jobId = await this.jobs.enqueue(rematchCampaign, { campaignId }, { campaignId });
      await this.runs.add({ jobId, campaignId, startedBy, startedAt: this.clock.now() });
      return jobId;
    });
  }

  async newest(campaignId: string): Promise<RematchRun | null> {
    const row = await this.runs.newest(campaignId);
    const job = row ? await this.jobs.find(row.jobId, { campaignId }) : null;
    if (!row || !job) return null;
    const { startedBy, tips, merged, parted, newQuestions } = row;
    const isKnown = tips !== null && merged !== null && parted !== null && newQuestions !== null;
    return { job, startedBy, result: isKnown ? { tips, merged, parted, newQuestions } : null };
  }

  /** Counts what a run has done, from what it left behind; may be told twice. */
  async finish(campaignId: string, jobId: string, tips: number): Promise<void> {
    const cause = rematchCause(jobId);
    await this.database.transaction(async () => {
      const moves = await this.memberships.countMoves(campaignId, cause);
      const newQuestions = await this.questions.countRaisedBy(campaignId, cause);
      await this.runs.finish(jobId, { tips, ...moves, newQuestions });
    });
  }
}

/** What memberships and questions of a run carry. */
export function rematchCause(jobId: string): string {
  return `rematch:${jobId}`;
}

function isUnderWay({ job }: RematchRun): boolean {
  return job.state === 'waiting' || job.state === 'running';
}
