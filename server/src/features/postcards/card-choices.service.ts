import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { BatchesService } from './batches.service.js';
import { CardCodes } from './card-codes.js';
import { CardHouseholds } from './households.js';
import { PostcardsRepository } from './postcards.repository.js';

/** What the missed person chooses on the page behind the card's code. */
@Injectable()
export class CardChoicesService {
  constructor(
    private readonly database: Database,
    private readonly repository: PostcardsRepository,
    private readonly codes: CardCodes,
    private readonly households: CardHouseholds,
    private readonly batches: BatchesService,
  ) {}

  /** «Ikke ring meg»: nobody calls any more. Says nothing about whether the code is known; harmless to repeat. */
  async doNotCall(typedCode: string): Promise<void> {
    const hash = this.codes.hashOfTyped(typedCode);
    const card = hash === null ? null : await this.repository.findByCode(hash);
    if (!card) return;
    await this.database.transaction(async () => {
      await this.households.stop(card.householdId);
      await this.batches.takeOut(card.householdId);
    });
  }
}
