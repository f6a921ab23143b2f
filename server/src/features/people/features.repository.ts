import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { keyStrengths, mostHolders } from './domain/matching/keys.js';
import type { TipFeatures } from './domain/matching/features.js';
import { fromStored, toStored } from './domain/matching/stored-features.js';
import { MatchKnowledge, strengthLetters } from './match-knowledge.js';
import { inChunks, marks } from './in-chunks.js';
import { MatchKeyRow } from './match-key.entity.js';
import { TipFeatureRow } from './tip-feature.entity.js';

/** A tip's features, with the ids it was born with. */
export interface FeaturesOfTip extends Omit<TipFeatureRow, 'features'> {
  readonly features: TipFeatures;
}

/** The features and keys of tips: derived, never the tip itself. */
@Injectable()
export class FeaturesRepository {
  constructor(
    private readonly database: Database,
    private readonly knowledge: MatchKnowledge,
  ) {}

  async find(tipIds: readonly string[]): Promise<FeaturesOfTip[]> {
    const rows = await inChunks(tipIds, (chunk) =>
      this.database.reader.findBy(TipFeatureRow, { tipId: In(chunk) }),
    );
    return rows.map((row) => ({ ...row, features: fromStored(row.features, this.knowledge.lists) }));
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

  async save(tips: readonly FeaturesOfTip[]): Promise<void> {
    const rows = tips.map((tip) => ({ ...tip, features: toStored(tip.features) }));
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
        `WITH asked AS (SELECT DISTINCT key_hash FROM match_key WHERE key_hash IN (${marks(chunk)}))
         SELECT key_hash AS hash, count FROM (
           SELECT asked.key_hash, ${holdersOf('asked.key_hash')} AS count FROM asked
         ) AS counted WHERE count <= ${mostFollowed('key_hash')}`,
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
              held AS (SELECT key_hash FROM (SELECT DISTINCT key_hash FROM mine) AS asked
                       WHERE ${holdersOf('asked.key_hash')} <= ${mostFollowed('asked.key_hash')})
         SELECT DISTINCT mine.tip_id AS tip, theirs.tip_id AS partner
         FROM mine
         JOIN held ON held.key_hash = mine.key_hash
         JOIN match_key theirs ON theirs.key_hash = held.key_hash
         WHERE theirs.tip_id <> mine.tip_id`,
        chunk,
      ),
    );
  }

  /**
   * The tips whose keys these tips have made crowded, or may have: what only such a key has joined is to be judged anew,
   * so that it is the same in whatever order the tips came.
   */
  async crowdedOut(tipIds: readonly string[]): Promise<string[]> {
    const rows = await inChunks(tipIds, (chunk) =>
      this.database.select<{ tip: string }>(
        `WITH mine AS (SELECT key_hash, COUNT(*) AS own FROM match_key WHERE tip_id IN (${marks(chunk)}) GROUP BY key_hash),
              crowded AS (SELECT key_hash FROM mine
                          WHERE ${holdersOf('mine.key_hash', tipIds.length)} > ${mostFollowed('mine.key_hash')}
                            AND ${holdersOf('mine.key_hash', tipIds.length)} <= ${mostFollowed('mine.key_hash')} + own)
         SELECT DISTINCT theirs.tip_id AS tip FROM crowded
         JOIN match_key theirs ON theirs.key_hash = crowded.key_hash`,
        chunk,
      ),
    );
    return [...new Set(rows.map(({ tip }) => tip))];
  }
}

/** How many tips hold a key, counted no further than needed: a common first name may have a hundred thousand. */
function holdersOf(key: string, beyond = 0): string {
  const most = mostHolders.strong + beyond + 1;
  return `(SELECT COUNT(*) FROM (SELECT 1 FROM match_key held WHERE held.key_hash = ${key} LIMIT ${most}) AS few)`;
}

/** SQL for how many may hold a key that is still followed. */
function mostFollowed(key: string): string {
  const cases = keyStrengths.map(
    (strength) => `WHEN '${strengthLetters[strength]}' THEN ${mostHolders[strength]}`,
  );
  return `(CASE substr(${key}, 1, 1) ${cases.join(' ')} END)`;
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
