import { Controller } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { InputOf } from '@savner/contract/endpoint';
import {
  decideMatch,
  listDecisions,
  listJoins,
  listMatches,
  previewMatch,
  readRematch,
  rematch,
  undoDecision,
} from '@savner/contract/people';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { ReaderLanguage } from '../../platform/http/reader-language.js';
import { Input, Route } from '../../platform/http/route.js';
import { Deciding } from './deciding.js';
import { MatchRuns } from './match-runs.js';
import { ReviewService } from './review.service.js';
import { TiesService } from './ties.service.js';

@Controller()
export class MatchesController {
  constructor(
    private readonly review: ReviewService,
    private readonly deciding: Deciding,
    private readonly runs: MatchRuns,
    private readonly ties: TiesService,
  ) {}

  @Allow('coordinator', 'admin')
  @Route(listMatches)
  async list(@Input() { params, query }: InputOf<typeof listMatches>, @ReaderLanguage() language: Language) {
    return this.review.list({ ...query, campaignId: params.campaignId }, language);
  }

  @Allow('coordinator', 'admin')
  @Route(previewMatch)
  async preview(@Input() { params, query }: InputOf<typeof previewMatch>) {
    return this.review.preview(params.campaignId, query.kind, query.tips.split(','));
  }

  @Allow('coordinator', 'admin')
  @Route(decideMatch)
  async decide(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof decideMatch>) {
    return this.deciding.decide(actor, params.campaignId, body);
  }

  @Allow('coordinator', 'admin')
  @Route(listDecisions)
  async history(@Input() { params, query }: InputOf<typeof listDecisions>) {
    return this.review.history(params.campaignId, query.page, query.pageSize);
  }

  @Allow('coordinator', 'admin')
  @Route(listJoins)
  async joins(@Input() { params, query }: InputOf<typeof listJoins>, @ReaderLanguage() language: Language) {
    return this.ties.list(params.campaignId, query.order, query.page, query.pageSize, language);
  }

  @Allow('coordinator', 'admin')
  @Route(undoDecision)
  async undo(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof undoDecision>) {
    return { householdIds: await this.deciding.undo(actor, params.campaignId, params.decisionId) };
  }

  @Allow('coordinator', 'admin')
  @Route(rematch)
  async again(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof rematch>) {
    return { jobId: await this.runs.start(params.campaignId, actor.name) };
  }

  @Allow('coordinator', 'admin')
  @Route(readRematch)
  async newestRun(@Input() { params }: InputOf<typeof readRematch>) {
    return { run: await this.runs.newest(params.campaignId) };
  }
}
