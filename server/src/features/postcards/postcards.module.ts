import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '../campaigns/index.js';
import { PeopleModule } from '../people/index.js';
import { BatchesService } from './batches.service.js';
import { CardChoicesService } from './card-choices.service.js';
import { CardCodes } from './card-codes.js';
import { CardPageController } from './card-page.controller.js';
import { CardTemplates } from './card-templates.js';
import { CardsReader } from './cards-reader.js';
import { CardHouseholds } from './households.js';
import { PeopleHouseholds, StoppedHouseholds } from './people-households.js';
import { PlanBatch } from './plan-batch.js';
import { PostcardRow } from './postcard.entity.js';
import { PostcardsController } from './postcards.controller.js';
import { PostcardsRepository } from './postcards.repository.js';
import { PrintBatchRow } from './print-batch.entity.js';
import { PrintFolder } from './print-folder.js';
import { ReadinessService } from './readiness.service.js';
import { RenderBatch } from './render-batch.js';
import { SpecimenService } from './specimen.service.js';

/** Everything of the room but the way to people's; specs of the room alone put their own households there. */
export const postcards = {
  imports: [TypeOrmModule.forFeature([PrintBatchRow, PostcardRow]), CampaignsModule],
  controllers: [PostcardsController, CardPageController],
  providers: [
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
};

@Module({
  imports: [...postcards.imports, PeopleModule],
  controllers: postcards.controllers,
  providers: [
    ...postcards.providers,
    { provide: CardHouseholds, useClass: PeopleHouseholds },
    StoppedHouseholds,
  ],
  exports: [BatchesService, CardsReader],
})
export class PostcardsModule {}
