import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { PublicDoor } from './public-door.js';
import { PublicPagesController } from './public-pages.controller.js';
import { PublicPages } from './public-pages.service.js';
import { PublicTipsController } from './public-tips.controller.js';
import { PublicTips } from './public-tips.service.js';
import { StoredTips } from './stored-tips.service.js';
import { TipImportRow } from './tip-import.entity.js';
import { TipImportsRepository } from './tip-imports.repository.js';
import { TipImports } from './tip-imports.service.js';
import { TipIntake } from './tip-intake.service.js';
import { TipRulesService } from './tip-rules.service.js';
import { TipRow } from './tip.entity.js';
import { TipsReader } from './tip.js';
import { TipsController } from './tips.controller.js';
import { TipsRepository } from './tips.repository.js';
import { TipsService } from './tips.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TipRow, TipImportRow]), AccountsModule, CampaignsModule],
  controllers: [TipsController, PublicTipsController, PublicPagesController],
  providers: [
    PublicDoor,
    PublicPages,
    PublicTips,
    TipImports,
    TipImportsRepository,
    TipIntake,
    TipRulesService,
    TipsRepository,
    TipsService,
    { provide: TipsReader, useClass: StoredTips },
  ],
  exports: [TipsReader, TipImports, TipsService],
})
export class TipsModule {}
