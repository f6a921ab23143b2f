import { Injectable } from '@nestjs/common';
import { CardCodes } from './card-codes.js';
import type { StoredBatch, StoredCard } from './domain/batch.js';
import { campaignValues } from './domain/campaign-values.js';
import { cardRecord } from './domain/card-record.js';
import { CardImagesService } from './images/card-images.service.js';
import type { PrintCard } from './rendering/card-pages.js';

/** What stands on the cards of a batch: its frozen facts and addresses, and the codes that follow from the cards' ids. */
@Injectable()
export class BatchCards {
  constructor(
    private readonly codes: CardCodes,
    private readonly images: CardImagesService,
  ) {}

  /** One reader for all of a batch. */
  readerOf({ facts, language }: StoredBatch): (card: StoredCard) => PrintCard {
    const values = new Map(
      facts.municipalities.map((each) => {
        const images = this.images.onCardsOf(facts.images, each.number);
        const { publicUrl } = facts;
        return [each.number, campaignValues(facts, each, { publicUrl, language, images })];
      }),
    );
    return (card) => {
      const campaign = values.get(card.municipality);
      if (!campaign) throw new Error('A card belongs to a municipality that its batch does not know');
      const code = this.codes.codeOf(card.id);
      return {
        id: card.id,
        municipality: card.municipality,
        values: campaign,
        record: cardRecord(card.addressLines, { publicUrl: facts.publicUrl, code }),
      };
    };
  }
}
