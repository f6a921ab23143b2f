import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Crowd, mostFollowed as mostInCrowd, type Role } from './domain/matching/crowd.js';
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

/** Key hashes by tip. */
export type KeysOfTips = ReadonlyMap<string, readonly string[]>;

/** Who shares a key with whom, as far as it is followed. */
export interface Meeting {
  /** By tip. */
  readonly partners: ReadonlyMap<string, ReadonlySet<string>>;
  readonly shifts: readonly Shift[];
}

/** A key whose other holders are compared with more, or with fewer, because of those who ask. */
export interface Shift {
  readonly holders: readonly string[];
  /** Those to whom it makes a difference. */
  readonly shifted: readonly string[];
}

/** The features and keys of tips: derived, never the tip itself. */
@Injectable()
export class FeaturesRepository {
  constructor(
    private readonly database: Database,
    private readonly knowledge: MatchKnowledge,
  ) {}

  async find(tipIds: readonly string[]): Promise<FeaturesOfTip[]> {
    const rows = await this.database.rows.find(TipFeatureRow, 'tipId', tipIds);
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
    await this.database.rows.upsert(TipFeatureRow, rows);
  }

  /** Hands the ids of a tip that is going away to another tip of the same group. */
  async giveBirth(
    tipId: string,
    birth: Partial<Pick<TipFeatureRow, 'birthPersonId' | 'birthHouseholdId'>>,
  ): Promise<void> {
    await this.database.writer.update(TipFeatureRow, { tipId }, birth);
  }

  /** For tips that have no keys yet. */
  async addKeys(keys: KeysOfTips): Promise<void> {
    const rows = [...keys].flatMap(([tipId, hashes]) => hashes.map((hash) => [hash, tipId]));
    if (rows.length === 0) return;
    await this.database.store(
      `INSERT INTO match_key (key_hash, tip_id) SELECT value ->> 0, value ->> 1 FROM ${this.#listed}`,
      [JSON.stringify(rows)],
    );
  }

  async keysOf(tipIds: readonly string[]): Promise<KeysOfTips> {
    const keys = new Map<string, string[]>(tipIds.map((tipId) => [tipId, []]));
    for (const { keyHash, tipId } of await this.database.rows.find(MatchKeyRow, 'tipId', tipIds)) {
      keys.get(tipId)?.push(keyHash);
    }
    return keys;
  }

  async deleteKeys(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(MatchKeyRow, 'tipId', tipIds);
  }

  async deleteFeatures(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(TipFeatureRow, 'tipId', tipIds);
  }

  /**
   * Tips found under any of these keys, those of the most telling keys first, until there are `most`; crowded keys are not
   * followed. Look-ups in the key's index only.
   */
  async holders(keyHashes: readonly string[], most: number): Promise<string[]> {
    const held = await this.database.select<{ hash: string; count: number | string }>(
      `SELECT hash, count FROM (
         SELECT asked.hash AS hash, ${holdersOf('asked.hash')} AS count
         FROM (SELECT DISTINCT value ->> 0 AS hash FROM ${this.#listed}) AS asked
       ) AS counted WHERE count BETWEEN 1 AND ${mostFollowed('hash')}`,
      [JSON.stringify(keyHashes.map((hash) => [hash]))],
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

  /** Whom these tips meet under their keys: look-ups in the key's index only, and no further than needed. */
  async meet(keys: KeysOfTips): Promise<Meeting> {
    const own = new Map<string, string[]>();
    for (const [tip, hashes] of keys) {
      for (const hash of hashes) own.set(hash, [...(own.get(hash) ?? []), tip]);
    }
    const held = new Map<string, string[]>();
    for (const { hash, tip } of await this.#held(own)) {
      const tips = held.get(hash);
      if (tips) tips.push(tip);
      else held.set(hash, [tip]);
    }
    for (const hash of own.keys()) {
      if (!held.has(hash) && isIdentity(hash)) held.set(hash, await this.#firstHolders(hash, own));
    }
    return meetingOf(own, held, await this.#contentsOf(held));
  }

  /** The holders of keys that are followed, or would be without those who ask. */
  async #held(own: ReadonlyMap<string, readonly string[]>): Promise<{ hash: string; tip: string }[]> {
    const asked = keyStrengths.map((strength) => {
      const hashes = [...own.keys()].filter((hash) => hash.startsWith(strengthLetters[strength]));
      const askers = Math.max(1, ...hashes.map((hash) => own.get(hash)?.length ?? 0));
      // A power of two: the texts of the statement stay few.
      const beyond =
        (strength === 'identity' ? mostInCrowd : mostHolders[strength]) + 2 ** Math.ceil(Math.log2(askers));
      return {
        hashes: JSON.stringify(hashes.map((hash) => [hash])),
        sql: `SELECT asked.hash AS hash, held.tip_id AS tip
              FROM (SELECT value ->> 0 AS hash FROM ${this.#listed}) AS asked
              JOIN match_key held ON held.key_hash = asked.hash
              WHERE (SELECT 1 FROM match_key few WHERE few.key_hash = asked.hash LIMIT 1 OFFSET ${beyond}) IS NULL`,
      };
    });
    return this.database.select(
      asked.map(({ sql }) => sql).join(' UNION ALL '),
      asked.map(({ hashes }) => hashes),
    );
  }

  /** Of an identity key with more holders than are followed, or none: those that came first. */
  async #firstHolders(hash: string, own: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
    const rows = await this.database.select<{ tip: string }>(
      'SELECT tip_id AS tip FROM match_key WHERE key_hash = ? ORDER BY tip_id LIMIT ?',
      [hash, mostInCrowd + (own.get(hash)?.length ?? 0)],
    );
    return rows.map(({ tip }) => tip);
  }

  /** What the holders of crowded keys say, as a keyed hash: equal for two tips that say the same. */
  async #contentsOf(held: ReadonlyMap<string, readonly string[]>): Promise<ReadonlyMap<string, string>> {
    const crowded = [...held].filter(
      ([hash, tips]) => isIdentity(hash) && tips.length > mostHolders.identity,
    );
    const tipIds = [...new Set(crowded.flatMap(([, tips]) => tips))];
    const rows = await inChunks(tipIds, (chunk) =>
      this.database.select<{ tip: string; content: string }>(
        `SELECT tip_id AS tip, matched_hash AS content FROM tip_feature WHERE tip_id IN (${marks(chunk)})`,
        chunk,
      ),
    );
    return new Map(rows.map(({ tip, content }) => [tip, content]));
  }

  /** How many tips of a campaign hold an identity key that so many hold that it is followed to its hubs only. */
  async countCrowded(campaignId: string): Promise<number> {
    const [first, end] = [
      strengthLetters.identity,
      String.fromCharCode(strengthLetters.identity.charCodeAt(0) + 1),
    ];
    const [row] = await this.database.select<{ tips: number | string }>(
      `SELECT COUNT(DISTINCT held.tip_id) AS tips
       FROM (SELECT key_hash FROM match_key WHERE key_hash >= ? AND key_hash < ?
             GROUP BY key_hash HAVING COUNT(*) > ${mostHolders.identity}) AS crowded
       JOIN match_key held ON held.key_hash = crowded.key_hash
       JOIN tip_feature f ON f.tip_id = held.tip_id AND f.campaign_id = ?`,
      [first, end, campaignId],
    );
    return Number(row?.tips ?? 0);
  }

  /** A JSON list as rows with a `value`. */
  get #listed(): string {
    return this.database.kind === 'sqlite' ? 'json_each(?)' : 'json_array_elements(CAST(? AS json))';
  }
}

/**
 * @param own who asks, by key
 * @param held the holders of each key, those who ask among them
 */
function meetingOf(
  own: ReadonlyMap<string, readonly string[]>,
  held: ReadonlyMap<string, readonly string[]>,
  contents: ReadonlyMap<string, string>,
): Meeting {
  const partners = new Map<string, Set<string>>();
  const shifts: Shift[] = [];
  const contentOf = (tip: string) => contents.get(tip) ?? '';
  for (const [hash, holders] of held) {
    const askers = own.get(hash) ?? [];
    const { partnersOf, shifted } = isIdentity(hash)
      ? metUnderIdentity(holders, askers, contentOf)
      : metUnder(holders, askers, mostHoldersOf(hash));
    if (shifted.length > 0) shifts.push({ holders, shifted });
    for (const tip of askers) {
      const met = partners.get(tip) ?? new Set();
      for (const partner of partnersOf(tip)) if (partner !== tip) met.add(partner);
      partners.set(tip, met);
    }
  }
  return { partners, shifts };
}

interface Met {
  readonly partnersOf: (asker: string) => readonly string[];
  readonly shifted: readonly string[];
}

function metUnder(holders: readonly string[], askers: readonly string[], most: number): Met {
  if (holders.length <= most) return { partnersOf: () => holders, shifted: [] };
  const isFollowedWithout = holders.length <= most + askers.length;
  return { partnersOf: () => [], shifted: isFollowedWithout ? without(holders, askers) : [] };
}

/** All with all where few hold the key, each with the hubs where they are a crowd. */
function metUnderIdentity(
  holders: readonly string[],
  askers: readonly string[],
  contentOf: (tip: string) => string,
): Met {
  if (holders.length <= mostHolders.identity) return { partnersOf: () => holders, shifted: [] };
  const sorted = [...holders].sort();
  const stored = new Set(holders);
  const crowd = new Crowd(sorted.slice(0, mostInCrowd), contentOf);
  const strangers = without(sorted, askers);
  const before = new Crowd(strangers.slice(0, mostInCrowd), contentOf);
  return {
    // Who only asks, and is not stored, meets the hubs.
    partnersOf: (asker) => (stored.has(asker) ? crowd.partnersOf(asker) : crowd.hubs),
    // To meet all the holders as a hub, or as one of a few, is the same.
    shifted: strangers.filter((tip) => meetsOf(crowd.roleOf(tip)) !== meetsOf(before.roleOf(tip))),
  };
}

function meetsOf(role: Role): 'all' | 'hubs' | 'none' {
  switch (role) {
    case 'equal':
    case 'hub':
      return 'all';
    case 'member':
      return 'hubs';
    case 'left_out':
      return 'none';
  }
}

function without(tips: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others);
  return tips.filter((tip) => !left.has(tip));
}

function isIdentity(hash: string): boolean {
  return hash.startsWith(strengthLetters.identity);
}

/** How many tips hold a key, counted no further than needed. */
function holdersOf(key: string): string {
  const most = mostHolders.strong + 1;
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

function mostHoldersOf(hash: string): number {
  const strength = keyStrengths.find((each) => hash.startsWith(strengthLetters[each]));
  return strength ? mostHolders[strength] : 0;
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
