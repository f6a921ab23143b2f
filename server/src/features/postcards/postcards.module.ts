import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '../campaigns/index.js';
import { PeopleModule } from '../people/index.js';
import { BatchCards } from './batch-cards.js';
import { BatchesService } from './batches.service.js';
import { CardChoicesService } from './card-choices.service.js';
import { CardCodes } from './card-codes.js';
import { CardPageController } from './card-page.controller.js';
import { CardTemplates } from './card-templates.js';
import { CardsController } from './cards.controller.js';
import { CardsReader } from './cards-reader.js';
import { CardHouseholds } from './households.js';
import { CardImageRow } from './images/card-image.entity.js';
import { CardImagesController } from './images/card-images.controller.js';
import { CardImagesRepository } from './images/card-images.repository.js';
import { CardImagesService } from './images/card-images.service.js';
import { EndedCampaigns } from './images/ended-campaigns.js';
import { ImageFolder } from './images/image-folder.js';
import { OwnWordsService } from './own-words.service.js';
import { PackingLists } from './packing-lists.js';
import { PeopleHouseholds, StoppedHouseholds } from './people-households.js';
import { PlanBatch } from './plan-batch.js';
import { PostcardRow } from './postcard.entity.js';
import { PostcardsController } from './postcards.controller.js';
import { PostcardsRepository } from './postcards.repository.js';
import { PrintBatchRow } from './print-batch.entity.js';
import { PrintFileRow } from './print-file.entity.js';
import { PrintFolder } from './print-folder.js';
import { ReadinessService } from './readiness.service.js';
import { RenderBatch } from './render-batch.js';
import { ReturnedCardsService } from './returned-cards.service.js';
import { SingleCards } from './single-cards.js';
import { SpecimenService } from './specimen.service.js';

/** Everything of the room but the way to people's; specs of the room alone put their own households there. */
export const postcards = {
  imports: [
    TypeOrmModule.forFeature([PrintBatchRow, PrintFileRow, PostcardRow, CardImageRow]),
    CampaignsModule,
  ],
  controllers: [PostcardsController, CardsController, CardImagesController, CardPageController],
  providers: [
    BatchCards,
    BatchesService,
    CardChoicesService,
    CardCodes,
    CardImagesRepository,
    CardImagesService,
    CardTemplates,
    CardsReader,
    EndedCampaigns,
    ImageFolder,
    OwnWordsService,
    PackingLists,
    PlanBatch,
    PostcardsRepository,
    PrintFolder,
    ReadinessService,
    RenderBatch,
    ReturnedCardsService,
    SingleCards,
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
