import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '../campaigns/index.js';
import { BatchesService } from './batches.service.js';
import { CardChoicesService } from './card-choices.service.js';
import { CardCodes } from './card-codes.js';
import { CardPageController } from './card-page.controller.js';
import { CardTemplates } from './card-templates.js';
import { CardsReader } from './cards-reader.js';
import { CardHouseholds } from './households.js';
import { PlanBatch } from './plan-batch.js';
import { PostcardRow } from './postcard.entity.js';
import { PostcardsController } from './postcards.controller.js';
import { PostcardsRepository } from './postcards.repository.js';
import { PrintBatchRow } from './print-batch.entity.js';
import { PrintFolder } from './print-folder.js';
import { ReadinessService } from './readiness.service.js';
import { RenderBatch } from './render-batch.js';
import { SpecimenService } from './specimen.service.js';

@Module({})
export class PostcardsModule {
  /** @param people the module whose households get cards, and the adapter that asks it */
  static register(people: {
    imports: DynamicModule['imports'];
    households: Type<CardHouseholds>;
  }): DynamicModule {
    return {
      module: PostcardsModule,
      imports: [
        TypeOrmModule.forFeature([PrintBatchRow, PostcardRow]),
        CampaignsModule,
        ...(people.imports ?? []),
      ],
      controllers: [PostcardsController, CardPageController],
      providers: [
        { provide: CardHouseholds, useClass: people.households },
        BatchesService,
        CardChoicesService,
        CardCodes,
        CardTemplates,
        CardsReader,
        PlanBatch,
        PostcardsRepository,
        PrintFolder,
        ReadinessService,
        RenderBatch,
        SpecimenService,
      ],
      exports: [BatchesService, CardsReader],
    };
  }
}
