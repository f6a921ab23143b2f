import { Injectable } from '@nestjs/common';
import { isTaken } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import type { StoredBatch, StoredBatchState, StoredCard } from './domain/batch.js';
import { PostcardRow } from './postcard.entity.js';
import { PrintBatchRow } from './print-batch.entity.js';

export interface OpenOrPosted {
  readonly householdId: string;
  readonly municipality: string;
  readonly state: 'in_batch' | 'posted';
  readonly postedOn: string | null;
}

const rowsAtOnce = 200;

@Injectable()
export class PostcardsRepository {
  constructor(private readonly database: Database) {}

  async findBatch(id: string): Promise<StoredBatch | null> {
    return this.database.reader.findOneBy(PrintBatchRow, { id });
  }

  async listBatches(campaignId: string): Promise<StoredBatch[]> {
    return this.database.reader.find(PrintBatchRow, { where: { campaignId }, order: { number: 'DESC' } });
  }

  async nextNumber(campaignId: string): Promise<number> {
    return 1 + ((await this.database.writer.maximum(PrintBatchRow, 'number', { campaignId })) ?? 0);
  }

  /** @throws AppError conflict when another batch took one of the households, or the number, a moment before */
  async insertBatch(batch: StoredBatch, cards: readonly StoredCard[]): Promise<void> {
    try {
      await this.database.writer.insert(PrintBatchRow, batch);
      for (let start = 0; start < cards.length; start += rowsAtOnce) {
        await this.database.writer.insert(PostcardRow, cards.slice(start, start + rowsAtOnce));
      }
    } catch (error) {
      throw isTaken(error) ? batchMadeMeanwhile() : error;
    }
  }

  /** Compare-and-set on the state. Answers whether the batch was still in one of the old ones. */
  async moveBatch(
    id: string,
    from: readonly StoredBatchState[],
    to: Partial<Omit<StoredBatch, 'id'>>,
  ): Promise<boolean> {
    const update = this.database.writer.createQueryBuilder().update(PrintBatchRow).set(to);
    const result = await update.where('id = :id AND state IN (:...from)', { id, from: [...from] }).execute();
    return result.affected === 1;
  }

  /** Answers whether the batch still waited for the file of this very job. */
  async finishRendering(
    batch: Pick<StoredBatch, 'id' | 'jobId'>,
    file: Pick<StoredBatch, 'cardCount' | 'fileBytes' | 'filePages' | 'fileSha256'>,
  ): Promise<boolean> {
    const waiting = { id: batch.id, jobId: batch.jobId, state: 'rendering' as const };
    const result = await this.database.writer.update(PrintBatchRow, waiting, { ...file, state: 'ready' });
    return result.affected === 1;
  }

  /** Cards that are printed or have been, in the order of the file. */
  async listCards(batchId: string): Promise<StoredCard[]> {
    const cards = await this.database.reader.find(PostcardRow, {
      where: { batchId },
      order: { position: 'ASC' },
    });
    return cards.filter((card) => card.state !== 'withdrawn');
  }

  async withdrawCards(batchId: string): Promise<void> {
    await this.database.writer.update(PostcardRow, { batchId, state: 'in_batch' }, { state: 'withdrawn' });
  }

  async withdrawHouseholds(batchId: string, householdIds: readonly string[]): Promise<void> {
    for (const householdId of householdIds) {
      const card = { batchId, householdId, state: 'in_batch' as const };
      await this.database.writer.update(PostcardRow, card, { state: 'withdrawn' });
    }
  }

  async markPosted(batchId: string, postedOn: string): Promise<void> {
    await this.database.writer.update(
      PostcardRow,
      { batchId, state: 'in_batch' },
      { state: 'posted', postedOn },
    );
  }

  /** Every household of the campaign whose card is in a batch or posted; posted wins when there have been several. */
  async cardStates(campaignId: string): Promise<OpenOrPosted[]> {
    return this.database.select<OpenOrPosted>(
      `SELECT household_id AS "householdId", municipality AS "municipality", state AS "state", posted_on AS "postedOn"
       FROM postcard WHERE campaign_id = ? AND state IN ('in_batch', 'posted') ORDER BY state, posted_on`,
      [campaignId],
    );
  }

  async householdStates(householdIds: readonly string[]): Promise<OpenOrPosted[]> {
    if (householdIds.length === 0) return [];
    return this.database.select<OpenOrPosted>(
      `SELECT household_id AS "householdId", municipality AS "municipality", state AS "state", posted_on AS "postedOn"
       FROM postcard WHERE household_id IN (${householdIds.map(() => '?').join(', ')})
         AND state IN ('in_batch', 'posted') ORDER BY state, posted_on`,
      householdIds,
    );
  }

  /** Batches not posted yet that hold a card of the household. */
  async openBatchesOf(householdId: string): Promise<string[]> {
    const cards = await this.database.reader.findBy(PostcardRow, { householdId, state: 'in_batch' });
    return [...new Set(cards.map((card) => card.batchId))];
  }

  async openAmong(householdIds: readonly string[]): Promise<string[]> {
    const cards = await this.database.rows.find(
      PostcardRow,
      'householdId',
      householdIds,
      `state = 'in_batch'`,
    );
    return cards.map((card) => card.householdId);
  }

  async findByCode(codeHash: string): Promise<StoredCard | null> {
    return this.database.reader.findOneBy(PostcardRow, { codeHash });
  }
}

export function batchMadeMeanwhile(): AppError {
  return new AppError('conflict', 'Noen andre laget et parti samtidig. Se over oversikten og prøv igjen.');
}
