import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sizeClass } from './domain/matching/population.js';
import { MatchScaleRow } from './match-scale.entity.js';

@Injectable()
export class MatchScalesRepository {
  constructor(private readonly database: Database) {}

  /** The size pairs of the campaign are judged by. */
  async sizeOf(campaignId: string): Promise<number> {
    return (await this.#find(campaignId))?.size ?? sizeClass(0);
  }

  /**
   * Counts tips that have come (or gone, below zero). Under the campaign's lock.
   * @returns whether the campaign has outgrown its size, so that all its pairs are to be judged anew
   */
  async count(campaignId: string, more: number): Promise<boolean> {
    if (more === 0) return false;
    const known = await this.#find(campaignId);
    const tips = Math.max(0, (known?.tips ?? 0) + more);
    const before = known?.size ?? sizeClass(0);
    const size = Math.max(before, sizeClass(tips));
    await this.database.rows.upsert(MatchScaleRow, [{ campaignId, tips, size }]);
    return size > before;
  }

  async #find(campaignId: string): Promise<MatchScaleRow | null> {
    const [row] = await this.database.rows.find(MatchScaleRow, 'campaignId', [campaignId]);
    return row ?? null;
  }
}
