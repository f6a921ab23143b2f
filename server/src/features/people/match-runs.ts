import { Injectable } from '@nestjs/common';
import type { RematchRun } from '@savner/contract/people';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { type CampaignChanged, CampaignsService } from '../campaigns/index.js';
import { FeaturesRepository } from './features.repository.js';
import { openOrDraft } from './households.service.js';
import { MatchRunsRepository } from './match-runs.repository.js';
import { MatchScalesRepository } from './match-scales.repository.js';
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
    private readonly scales: MatchScalesRepository,
    private readonly features: FeaturesRepository,
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

  /**
   * For those who have changed what tips are compared by: a run that begins after the change. One that waits will; one
   * under way has done a part.
   */
  async enqueue(campaignId: string, startedBy: string | null): Promise<string> {
    return this.database.transaction(async () => {
      const newest = await this.newest(campaignId);
      if (newest?.job.state === 'waiting') return newest.job.id;
      const jobId = await this.jobs.enqueue(rematchCampaign, { campaignId }, { campaignId });
      await this.runs.add({ jobId, campaignId, startedBy, startedAt: this.clock.now() });
      return jobId;
    });
  }

  /** Matches anew when a setting has changed that every pair is judged by. */
  async follow({ before, after }: CampaignChanged): Promise<void> {
    const isSame =
      before.settings.autoMergeProbability === after.settings.autoMergeProbability &&
      before.municipalities.length === after.municipalities.length;
    if (!isSame && after.state !== 'closed') await this.enqueue(after.id, null);
  }

  async newest(campaignId: string): Promise<RematchRun | null> {
    const row = await this.runs.newest(campaignId);
    const job = row ? await this.jobs.find(row.jobId, { campaignId }) : null;
    if (!row || !job) return null;
    const { startedBy, tips, merged, parted, newQuestions, crowded } = row;
    const isKnown = tips !== null && merged !== null && parted !== null && newQuestions !== null;
    const result = isKnown ? { tips, merged, parted, newQuestions, crowded: crowded ?? 0 } : null;
    return { job, startedBy, result };
  }

  /** Campaigns that were matched by an earlier version of the rules are matched anew; closed ones stay as they are. */
  async catchUp(): Promise<void> {
    for (const campaignId of await this.scales.outdated()) {
      const { state } = await this.campaigns.get(campaignId);
      if (state !== 'closed') await this.enqueue(campaignId, null);
    }
  }

  /** Counts what a run has done, from what it left behind; may be told twice. */
  async finish(campaignId: string, jobId: string, tips: number): Promise<void> {
    const cause = rematchCause(jobId);
    await this.database.transaction(async () => {
      await this.scales.markCurrent(campaignId);
      const moves = await this.memberships.countMoves(campaignId, cause);
      const newQuestions = await this.questions.countRaisedBy(campaignId, cause);
      const crowded = await this.features.countCrowded(campaignId);
      await this.runs.finish(jobId, { tips, ...moves, newQuestions, crowded });
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
