import { Injectable } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { Decision, ReviewPair } from '@savner/contract/people';
import { CampaignsService } from '../campaigns/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { ReviewedSide } from './domain/matching/review-side.js';
import { FeaturesRepository } from './features.repository.js';
import { type HouseholdContents, HouseholdReading } from './household-reading.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { MembershipsRepository } from './memberships.repository.js';
import { type QuestionFilter, QuestionsRepository } from './questions.repository.js';
import { presentDecision, presentPair } from './review.presenter.js';

/** What the review screen shows: pairs that wait, and what has been answered. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly questions: QuestionsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly reading: HouseholdReading,
    private readonly features: FeaturesRepository,
    private readonly knowledge: MatchKnowledge,
    private readonly models: MatchModels,
  ) {}

  /** In the language of the one who is to answer. */
  async list(filter: QuestionFilter, language: Language) {
    const { settings } = await this.campaigns.get(filter.campaignId);
    const model = await this.models.inUse(filter.campaignId);
    const { questions, total } = await this.questions.page(filter);
    const homes = await this.#homes(questions.flatMap(({ tipA, tipB }) => [tipA, tipB]));
    const contents = await this.reading.contents([...new Set(homes.values())]);
    const { placeOf } = this.knowledge;
    const pairs = questions.flatMap((question): ReviewPair[] => {
      const [left, right] = [find(contents, homes, question.tipA), find(contents, homes, question.tipB)];
      return left && right
        ? [presentPair(question, left, right, settings.informWithinDays, placeOf, language, model)]
        : [];
    });
    return {
      pairs,
      total,
      page: filter.page,
      pageSize: filter.pageSize,
      counts: await this.#counts(filter.campaignId),
    };
  }

  async history(campaignId: string, page: number, pageSize: number) {
    const { acts, total } = await this.decisions.page(campaignId, page, pageSize);
    const tipIds = acts.flatMap(({ rows }) => rows.flatMap(({ tipA, tipB }) => [tipA, tipB]));
    const features = new Map((await this.features.find(tipIds)).map((row) => [row.tipId, row.features]));
    const decisions = acts.flatMap(({ rows, undo }): Decision[] => {
      const presented = presentDecision(rows, undo, features);
      return presented ? [presented] : [];
    });
    return { decisions, total, page, pageSize };
  }

  async #homes(tipIds: readonly string[]): Promise<Map<string, string>> {
    const places = await this.memberships.current(tipIds);
    return new Map(places.map(({ tipId, householdId }) => [tipId, householdId]));
  }

  async #counts(campaignId: string) {
    const waiting = await this.questions.waiting(campaignId);
    const answered = await this.decisions.countStanding(campaignId);
    return {
      waitingPersons: waiting.get('person') ?? 0,
      waitingHouseholds: waiting.get('household') ?? 0,
      merged: await this.questions.countMerged(campaignId),
      decidedSame: answered.get('same') ?? 0,
      decidedNotSame: answered.get('not_same') ?? 0,
    };
  }
}

function find(
  contents: ReadonlyMap<string, HouseholdContents>,
  homes: ReadonlyMap<string, string>,
  tipId: string,
): ReviewedSide | null {
  const householdId = homes.get(tipId) ?? '';
  const held = contents.get(householdId);
  const tip = held?.tips.find((candidate) => candidate.id === tipId);
  return held && tip ? { tip, householdId, contents: held } : null;
}
