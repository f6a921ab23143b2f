import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors.js';
import { BatchCards } from './batch-cards.js';
import { BatchesService } from './batches.service.js';
import { CardTemplates } from './card-templates.js';
import { isPrinted } from './domain/batch.js';
import { CardHouseholds } from './households.js';
import { ReturnedCardsService } from './returned-cards.service.js';
import { printToMemory } from './rendering/print-file.js';

/** One card of a batch once more: for the one that was spoilt or lost. */
@Injectable()
export class SingleCards {
  constructor(
    private readonly found: ReturnedCardsService,
    private readonly batches: BatchesService,
    private readonly cards: BatchCards,
    private readonly templates: CardTemplates,
    private readonly households: CardHouseholds,
  ) {}

  /** Same code, same address, as it stood in the batch. @throws AppError not_found, conflict */
  async print(
    campaignId: string,
    cardId: string,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const card = await this.found.get(campaignId, cardId);
    if (!isPrinted(card))
      throw new AppError('conflict', 'Kortet kom i retur eller er slettet, og kan ikke trykkes på nytt.');
    if ((await this.households.stoppedAmong([card.householdId])).size > 0)
      throw new AppError(
        'conflict',
        'Husstanden er stanset og skal ikke ha kort. Kortet kan ikke trykkes på nytt.',
      );
    const batch = await this.batches.get(campaignId, card.batchId);
    const { template, fontsFolder, profile } = this.templates.open(batch.template);
    const printed = this.cards.readerOf(batch)(card);
    const { bytes, refused } = await printToMemory(
      { count: 1, read: () => Promise.resolve([printed]) },
      {
        template,
        fontsFolder,
        profile,
        language: batch.language,
        title: `Savner du noen, parti ${batch.number}, kort ${card.position}`,
        createdAt: batch.createdAt,
        standard: 'pdfx-4',
        imposition: null,
        marks: batch.marks ? 'marks' : 'no-marks',
      },
    );
    const where = refused[0]?.problems[0]?.where;
    if (where !== undefined) throw new AppError('conflict', `Teksten «${where}» får ikke plass på kortet.`);
    return { name: `kort-parti-${batch.number}-nr-${card.position}.pdf`, bytes };
  }
}
