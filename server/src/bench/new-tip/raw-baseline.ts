import { performance } from 'node:perf_hooks';
import type { RehearsedTip } from '../../features/people/index.js';
import { newId } from '../../platform/ids.js';
import type { RawConnection, Value } from './raw-connection.js';

/** What the least there is to do costs: the tip's feature and key rows, and reading its candidates, by prepared statements. */
export class RawBaseline {
  readonly #candidates: Statement;
  readonly #storeFeatures: Statement;
  readonly #storeKey: Statement;
  readonly #clean: readonly Statement[];

  constructor(private readonly raw: RawConnection) {
    this.#candidates = raw.prepare(
      `SELECT f.tip_id, f.features FROM (SELECT tip_id FROM match_key WHERE key_hash = ? LIMIT 151) AS held
       JOIN tip_feature f ON f.tip_id = held.tip_id`,
    );
    this.#storeFeatures = raw.prepare(
      `INSERT INTO tip_feature (tip_id, campaign_id, version, matched_hash, features, birth_person_id, birth_household_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#storeKey = raw.prepare('INSERT INTO match_key (key_hash, tip_id) VALUES (?, ?)');
    this.#clean = ['match_key', 'tip_feature'].map((table) =>
      raw.prepare(`DELETE FROM ${table} WHERE tip_id = ?`),
    );
  }

  /** Milliseconds for reading alone, and for everything with the commit. Leaves nothing behind. */
  async time(
    campaignId: string,
    { features, keys, row }: RehearsedTip,
  ): Promise<{ lookUp: number; all: number }> {
    const { tipId } = features;
    const begun = performance.now();
    for (const key of keys) await this.#candidates([key]);
    const read = performance.now();
    await this.raw.run(this.raw.kind === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    await this.#storeFeatures([
      tipId,
      campaignId,
      row.version,
      row.matched_hash,
      row.features,
      newId(),
      newId(),
    ]);
    for (const key of keys) await this.#storeKey([key, tipId]);
    await this.raw.run('COMMIT');
    const ended = performance.now();
    for (const clean of this.#clean) await clean([tipId]);
    return { lookUp: read - begun, all: ended - begun };
  }
}

type Statement = (parameters: readonly Value[]) => Promise<unknown>;
