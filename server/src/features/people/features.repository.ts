import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { mostHolders } from './domain/matching/keys.js';
import { inChunks, marks } from './in-chunks.js';
import { MatchKeyRow } from './match-key.entity.js';
import { TipFeatureRow } from './tip-feature.entity.js';

/** The features and keys of tips: derived, never the tip itself. */
@Injectable()
export class FeaturesRepository {
  constructor(private readonly database: Database) {}

  async find(tipIds: readonly string[]): Promise<TipFeatureRow[]> {
    return inChunks(tipIds, (chunk) => this.database.reader.findBy(TipFeatureRow, { tipId: In(chunk) }));
  }

  /** The tips that were born with these household ids. */
  async bornIn(householdIds: readonly string[]): Promise<string[]> {
    const rows = await inChunks(householdIds, (chunk) =>
      this.database.reader.find(TipFeatureRow, {
        select: { tipId: true },
        where: { birthHouseholdId: In(chunk) },
      }),
    );
    return rows.map(({ tipId }) => tipId);
  }

  async save(rows: readonly TipFeatureRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 400) {
      await this.database.writer.upsert(TipFeatureRow, rows.slice(start, start + 400), ['tipId']);
    }
  }

  /** Hands the ids of a tip that is going away to another tip of the same group. */
  async giveBirth(
    tipId: string,
    birth: Partial<Pick<TipFeatureRow, 'birthPersonId' | 'birthHouseholdId'>>,
  ): Promise<void> {
    await this.database.writer.update(TipFeatureRow, { tipId }, birth);
  }

  async replaceKeys(keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await this.deleteKeys([...keys.keys()]);
    const rows = [...keys].flatMap(([tipId, hashes]) => hashes.map((keyHash) => [keyHash, tipId]));
    for (let start = 0; start < rows.length; start += 2_000) {
      const chunk = rows.slice(start, start + 2_000);
      const values = chunk.map(() => '(?, ?)').join(', ');
      await this.database.returning(
        `INSERT INTO match_key (key_hash, tip_id) VALUES ${values} RETURNING tip_id`,
        chunk.flat(),
      );
    }
  }

  async deleteKeys(tipIds: readonly string[]): Promise<void> {
    await inChunks(tipIds, async (chunk) => {
      await this.database.writer.delete(MatchKeyRow, { tipId: In(chunk) });
      return [];
    });
  }

  async deleteFeatures(tipIds: readonly string[]): Promise<void> {
    await this.database.writer.delete(TipFeatureRow, { tipId: In([...tipIds]) });
  }

  /**
   * Tips found under any of these keys, those of the most telling keys first, until there are `most`; crowded keys are not
   * followed. Look-ups in the key's index only.
   */
  async holders(keyHashes: readonly string[], most: number): Promise<string[]> {
    const held = await inChunks(keyHashes, (chunk) =>
      this.database.select<{ hash: string; count: number | string }>(
        `SELECT key_hash AS hash, COUNT(*) AS count FROM match_key WHERE key_hash IN (${marks(chunk)})
         GROUP BY key_hash HAVING COUNT(*) <= ${mostHolders}`,
        chunk,
      ),
    );
    const followed = mostTelling(
      held.map(({ hash, count }) => ({ hash, count: Number(count) })),
      most,
    );
    const rows = await inChunks(followed, (chunk) =>
      this.database.select<{ tip: string }>(
        `SELECT DISTINCT tip_id AS tip FROM match_key WHERE key_hash IN (${marks(chunk)})`,
        chunk,
      ),
    );
    return [...new Set(rows.map(({ tip }) => tip))];
  }

  /** Every pair of one of these tips and another tip that share a key; crowded keys are not followed. */
  async candidates(tipIds: readonly string[]): Promise<{ tip: string; partner: string }[]> {
    return inChunks(tipIds, (chunk) =>
      this.database.select<{ tip: string; partner: string }>(
        `WITH mine AS (SELECT key_hash, tip_id FROM match_key WHERE tip_id IN (${marks(chunk)})),
              held AS (SELECT theirs.key_hash FROM match_key theirs
                       WHERE theirs.key_hash IN (SELECT key_hash FROM mine)
                       GROUP BY theirs.key_hash HAVING COUNT(*) BETWEEN 2 AND ${mostHolders})
         SELECT DISTINCT mine.tip_id AS tip, theirs.tip_id AS partner
         FROM mine
         JOIN held ON held.key_hash = mine.key_hash
         JOIN match_key theirs ON theirs.key_hash = held.key_hash
         WHERE theirs.tip_id <> mine.tip_id`,
        chunk,
      ),
    );
  }
}

interface HeldKey {
  readonly hash: string;
  readonly count: number;
}

function mostTelling(keys: readonly HeldKey[], most: number): string[] {
  const sorted = [...keys].sort((a, b) => a.count - b.count || (a.hash < b.hash ? -1 : 1));
  const followed: string[] = [];
  let found = 0;
  for (const { hash, count } of sorted) {
    found += count;
    if (found > most) break;
    followed.push(hash);
  }
  return followed;
}
