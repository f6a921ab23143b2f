import { Injectable } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { MatchKind, MergePreview, ReviewCase } from '@savner/contract/people';
import { notFound } from '../../platform/errors.js';
import { CampaignsService } from '../campaigns/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import { presentDecision } from './decisions.presenter.js';
import type { PairDecision } from './domain/matching/component.js';
import { type AskedCase, layOutCase, type ReviewedSide } from './domain/matching/review-side.js';
import { FeaturesRepository } from './features.repository.js';
import { HouseholdReading } from './household-reading.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { MembershipsRepository } from './memberships.repository.js';
import { type QuestionFilter, QuestionsRepository } from './questions.repository.js';
import { type PartedSides, presentCase, presentMerged } from './review.presenter.js';

/** What the review screen shows: cases that wait, what a yes would give, and what has been answered. */
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
    const campaign = await this.campaigns.get(filter.campaignId);
    const { informWithinDays } = campaign.settings;
    const { cases, total } = await this.questions.page(filter);
    const sides = await this.#sides(cases.flat().flatMap(({ tipA, tipB }) => [tipA, tipB]));
    const asked = cases.flatMap(
      (questions) => layOutCase(questions, (tipId) => sides.get(tipId) ?? null) ?? [],
    );
    const standing = await this.decisions.standing(
      asked.flatMap((one) => one.sides.flatMap(tipsOf(one.kind))),
    );
    const rules = await this.models.rulesOf(campaign);
    const present = { informWithinDays, placeOf: this.knowledge.placeOf, language, rules };
    return {
      cases: asked.flatMap((one) => presentCase(one, partedSides(one, standing), present)),
      total,
      page: filter.page,
      pageSize: filter.pageSize,
      modelVersion: rules.model.version,
      counts: await this.#counts(filter.campaignId),
    };
  }

  /** Some sides of a case as one. @throws AppError not_found */
  async preview(campaignId: string, kind: MatchKind, tipIds: readonly string[]): Promise<MergePreview> {
    const { informWithinDays } = (await this.campaigns.get(campaignId)).settings;
    const sides = await this.#sides(tipIds);
    const chosen = tipIds.map((tipId) => sides.get(tipId));
    const isHere = (side: ReviewedSide | undefined) => side?.tip.campaignId === campaignId;
    if (!chosen.every(isHere)) throw notFound('Tipset');
    return presentMerged(
      kind,
      chosen.filter((side) => side !== undefined),
      { informWithinDays, placeOf: this.knowledge.placeOf },
    );
  }

  async history(campaignId: string, page: number, pageSize: number) {
    const { acts, total } = await this.decisions.page(campaignId, page, pageSize);
    const tipIds = acts.flatMap(({ rows }) => rows.flatMap(({ tipA, tipB }) => [tipA, tipB]));
    const features = new Map((await this.features.find(tipIds)).map((row) => [row.tipId, row.features]));
    const homes = await this.#homes(tipIds);
    const decisions = acts.flatMap(({ rows, undo }) => presentDecision(rows, undo, { features, homes }));
    return { decisions, total, page, pageSize };
  }

  async #sides(tipIds: readonly string[]): Promise<ReadonlyMap<string, ReviewedSide>> {
    const homes = await this.#homes(tipIds);
    const contents = await this.reading.contents([...new Set(homes.values())]);
    const sides = new Map<string, ReviewedSide>();
    for (const [tipId, householdId] of homes) {
      const held = contents.get(householdId);
      const tip = held?.tips.find((candidate) => candidate.id === tipId);
      if (held && tip) sides.set(tipId, { tip, householdId, contents: held });
    }
    return sides;
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
      decidedSame: answered.same,
      decidedNotSame: answered.notSame,
      answered: answered.acts,
    };
  }
}

/** The tips a side stands for. */
function tipsOf(kind: MatchKind): (side: ReviewedSide) => string[] {
  return (side) =>
    side.contents.tips
      .filter(
        ({ id, personId }) => kind === 'household' || id === side.tip.id || personId === side.tip.personId,
      )
      .map(({ id }) => id);
}

/** Sides that are told apart already, so that not all of the case can be one. */
function partedSides({ kind, sides }: AskedCase, standing: readonly PairDecision[]): PartedSides {
  const sideOf = new Map(
    sides.flatMap((side, place) => tipsOf(kind)(side).map((tipId) => [tipId, place] as const)),
  );
  const refused = standing.filter((decision) => decision.kind === kind && decision.verdict === 'not_same');
  return {
    now: placesOf(refused.filter(({ isCurrent }) => isCurrent)),
    before: placesOf(refused.filter(({ isCurrent }) => !isCurrent)),
  };

  function placesOf(decisions: readonly PairDecision[]): ReviewCase['parted'] {
    const parted = decisions
      .map(({ a, b }) => [sideOf.get(a) ?? -1, sideOf.get(b) ?? -1].sort((one, other) => one - other))
      .filter(([a = -1, b = -1]) => a >= 0 && a !== b)
      .map(([a = 0, b = 0]) => [`${a} ${b}`, { a, b }] as const);
    return [...new Map(parted).values()];
  }
}
