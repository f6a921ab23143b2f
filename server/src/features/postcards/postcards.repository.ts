import { Injectable } from '@nestjs/common';
import { isTaken } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { isPrinted, type StoredBatch, type StoredBatchState, type StoredCard } from './domain/batch.js';
import type { StoredFile } from './domain/print-files.js';
import { PostcardRow } from './postcard.entity.js';
import { PrintBatchRow } from './print-batch.entity.js';
import { PrintFileRow } from './print-file.entity.js';

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

  async findBatches(ids: readonly string[]): Promise<StoredBatch[]> {
    return this.database.rows.find(PrintBatchRow, 'id', ids);
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

  /** Answers whether the batch still waited for the files of this very job. */
  async finishRendering(
    batch: Pick<StoredBatch, 'id' | 'jobId' | 'state'>,
    counts: Pick<StoredBatch, 'cardCount' | 'leftOutCount'>,
    files: readonly StoredFile[],
  ): Promise<boolean> {
    const waiting = { id: batch.id, jobId: batch.jobId, state: batch.state };
    const isOpen = batch.state === 'rendering';
    const result = await this.database.writer.update(PrintBatchRow, waiting, {
      filesDeletedAt: null,
      ...(isOpen ? { state: 'ready' as const, ...counts } : {}),
    });
    if (result.affected !== 1) return false;
    await this.forgetFiles(batch.id);
    await this.database.rows.insert(PrintFileRow, files);
    return true;
  }

  async filesOf(batchIds: readonly string[]): Promise<StoredFile[]> {
    const files = await this.database.rows.find(PrintFileRow, 'batchId', batchIds);
    return files.sort((a, b) => a.number - b.number);
  }

  async forgetFiles(batchId: string): Promise<void> {
    await this.database.rows.delete(PrintFileRow, 'batchId', [batchId]);
  }

  /** Every card that was not withdrawn, in the order of the files. */
  async manifest(batchId: string): Promise<StoredCard[]> {
    const cards = await this.database.reader.find(PostcardRow, {
      where: { batchId },
      order: { position: 'ASC' },
    });
    return cards.filter((card) => card.state !== 'withdrawn');
  }

  /** Cards that are in the files when they are made now, in their order. */
  async listCards(batchId: string): Promise<StoredCard[]> {
    return (await this.manifest(batchId)).filter(isPrinted);
  }

  /** How many cards of each batch are in a state. */
  async countCards(
    batchIds: readonly string[],
  ): Promise<{ batchId: string; state: StoredCard['state']; count: number }[]> {
    if (batchIds.length === 0) return [];
    const rows = await this.database.select<{
      batchId: string;
      state: StoredCard['state'];
      count: number | string;
    }>(
      `SELECT batch_id AS "batchId", state, COUNT(*) AS count FROM postcard
       WHERE batch_id IN (${batchIds.map(() => '?').join(', ')}) GROUP BY batch_id, state`,
      batchIds,
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  async findCard(campaignId: string, id: string): Promise<StoredCard | null> {
    return this.database.reader.findOneBy(PostcardRow, { campaignId, id });
  }

  /** Every card of these households that was neither withdrawn nor erased, newest first. */
  async cardsOf(householdIds: readonly string[]): Promise<StoredCard[]> {
    const cards = await this.database.rows.find(
      PostcardRow,
      'householdId',
      householdIds,
      `state NOT IN ('withdrawn', 'erased')`,
    );
    return cards.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Compare-and-set on the state. Answers whether the card was still in it. */
  async moveCard(
    id: string,
    from: StoredCard['state'],
    to: Pick<StoredCard, 'state' | 'returnedOn' | 'returnReason'>,
  ): Promise<boolean> {
    const result = await this.database.writer.update(PostcardRow, { id, state: from }, to);
    return result.affected === 1;
  }

  /** Nothing of the people stays; the row tells that there was a card. @returns the batches they were in */
  async eraseCards(householdIds: readonly string[]): Promise<string[]> {
    const cards = await this.database.rows.find(PostcardRow, 'householdId', householdIds);
    for (const { id } of cards) {
      await this.database.writer.update(
        PostcardRow,
        { id },
        { state: 'erased', addressLines: [], address: null, postcode: null, returnReason: null },
      );
    }
    return [...new Set(cards.map(({ batchId }) => batchId))];
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

  async findByCode(codeHash: string): Promise<StoredCard | null> {
    return this.database.reader.findOneBy(PostcardRow, { codeHash });
  }
}

export function batchMadeMeanwhile(): AppError {
  return new AppError('conflict', 'Noen andre laget et parti samtidig. Se over oversikten og prøv igjen.');
}
