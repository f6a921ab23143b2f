import { Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Events } from '../../platform/events.js';
import { campaignChanged, CampaignsModule } from '../campaigns/index.js';
import { tipsArrived, TipsModule } from '../tips/index.js';
import { Deciding } from './deciding.js';
import { DecisionsRepository } from './decisions.repository.js';
import { FeaturesRepository } from './features.repository.js';
import { PeopleForgetting } from './forgetting.js';
import { HouseholdFactRow } from './household-fact.entity.js';
import { HouseholdFacts } from './household-facts.js';
import { HouseholdReading } from './household-reading.js';
import { HouseholdRow } from './household.entity.js';
import { HouseholdsController } from './households.controller.js';
import { HouseholdsReader } from './households-reader.js';
import { HouseholdsRepository } from './households.repository.js';
import { HouseholdsService } from './households.service.js';
import { Joining } from './joining.js';
import { JoinsRepository } from './joins.repository.js';
import { Judging } from './judging.js';
import { LikelyController } from './likely.controller.js';
import { LikelyPersons } from './likely-persons.js';
import { MatchDecisionRow } from './match-decision.entity.js';
import { MatchEdgeRow } from './match-edge.entity.js';
import { MatchJobs } from './match-jobs.js';
import { MatchKeyRow } from './match-key.entity.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchModelRow } from './match-model.entity.js';
import { MatchScaleRow } from './match-scale.entity.js';
import { MatchScalesRepository } from './match-scales.repository.js';
import { MatchModels } from './match-models.js';
import { MatchModelsRepository } from './match-models.repository.js';
import { ModelEstimation } from './match-model/model-estimation.js';
import { MatchQuestionRow } from './match-question.entity.js';
import { MatchRunRow } from './match-run.entity.js';
import { MatchRuns } from './match-runs.js';
import { MatchRunsRepository } from './match-runs.repository.js';
import { MatchRepository } from './match.repository.js';
import { MatchUndoRow } from './match-undo.entity.js';
import { MatchesController } from './matches.controller.js';
import { Matching } from './matching.js';
import { MembershipRow } from './membership.entity.js';
import { MembershipsRepository } from './memberships.repository.js';
import { PersonRow } from './person.entity.js';
import { QuestionsRepository } from './questions.repository.js';
import { Refreshing } from './refreshing.js';
import { MatchRehearsal } from './rehearsal.js';
import { ReviewService } from './review.service.js';
import { Settling } from './settling.js';
import { TiesService } from './ties.service.js';
import { TipFeatureRow } from './tip-feature.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      TipFeatureRow,
      MatchKeyRow,
      MatchEdgeRow,
      MatchDecisionRow,
      MatchUndoRow,
      MatchQuestionRow,
      MatchModelRow,
      MatchRunRow,
      MatchScaleRow,
      MembershipRow,
      PersonRow,
      HouseholdRow,
      HouseholdFactRow,
    ]),
    CampaignsModule,
    TipsModule,
  ],
  controllers: [MatchesController, LikelyController, HouseholdsController],
  providers: [
    FeaturesRepository,
    MatchRepository,
    MatchModelsRepository,
    MatchScalesRepository,
    MatchModels,
    ModelEstimation,
    DecisionsRepository,
    QuestionsRepository,
    MatchRunsRepository,
    MatchRuns,
    MembershipsRepository,
    HouseholdsRepository,
    MatchKnowledge,
    Judging,
    Matching,
    MatchRehearsal,
    Settling,
    Refreshing,
    MatchJobs,
    Deciding,
    Joining,
    LikelyPersons,
    ReviewService,
    JoinsRepository,
    TiesService,
    HouseholdReading,
    HouseholdFacts,
    HouseholdsService,
    HouseholdsReader,
    PeopleForgetting,
  ],
  exports: [HouseholdsReader, HouseholdFacts, PeopleForgetting, MatchRuns, MatchRehearsal],
})
export class PeopleModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly events: Events,
    private readonly jobs: MatchJobs,
    private readonly runs: MatchRuns,
  ) {}

  onModuleInit(): void {
    this.jobs.handleAll();
    this.events.subscribe(tipsArrived, ({ campaignId, tipIds }) => this.jobs.enqueue(campaignId, tipIds));
    this.events.subscribe(campaignChanged, (change) => this.runs.follow(change));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.runs.catchUp();
  }
}
