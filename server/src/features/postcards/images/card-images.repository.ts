import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { StoredBatch } from '../domain/batch.js';
import { PrintBatchRow } from '../print-batch.entity.js';
import { CardImageRow } from './card-image.entity.js';
import type { StoredImage } from './stored-image.js';

@Injectable()
export class CardImagesRepository {
  constructor(private readonly database: Database) {}

  async list(campaignId: string): Promise<StoredImage[]> {
    return this.database.reader.find(CardImageRow, { where: { campaignId }, order: { slot: 'ASC' } });
  }

  async find(campaignId: string, slot: string): Promise<StoredImage | null> {
    return this.database.reader.findOneBy(CardImageRow, { campaignId, slot });
  }

  /** Puts it in place of the one in the same slot. */
  async store(image: StoredImage): Promise<void> {
    const { campaignId, slot } = image;
    await this.database.writer.delete(CardImageRow, { campaignId, slot });
    await this.database.writer.insert(CardImageRow, image);
  }

  /** Answers whether there was one. */
  async describe(campaignId: string, slot: string, alternative: string): Promise<boolean> {
    const result = await this.database.writer.update(CardImageRow, { campaignId, slot }, { alternative });
    return result.affected === 1;
  }

  async remove(campaignId: string, slot: string): Promise<void> {
    await this.database.writer.delete(CardImageRow, { campaignId, slot });
  }

  async removeAll(campaignId: string): Promise<void> {
    await this.database.writer.delete(CardImageRow, { campaignId });
  }

  /** Whether a campaign shows it. */
  async isChosen(sha256: string): Promise<boolean> {
    return this.database.reader.existsBy(CardImageRow, { sha256 });
  }

  /** The batches that show it, but for cancelled ones. */
  async batchesWith(sha256: string): Promise<StoredBatch[]> {
    return this.database.reader
      .createQueryBuilder(PrintBatchRow, 'batch')
      .where('batch.facts LIKE :hash', { hash: `%${sha256}%` })
      .andWhere("batch.state <> 'cancelled'")
      .getMany();
  }
}
