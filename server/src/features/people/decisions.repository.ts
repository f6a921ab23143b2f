import { Injectable } from '@nestjs/common';
import type { MatchKind, Verdict } from '@savner/contract/people';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { PairDecision } from './domain/matching/component.js';
import { inChunks, marks } from './in-chunks.js';
import { MatchDecisionRow } from './match-decision.entity.js';
import { MatchUndoRow } from './match-undo.entity.js';

/** One answer: a pair from the review list, or a tip taken out of a group (several pairs). */
export interface DecisionAct {
  readonly actId: string;
  readonly rows: readonly MatchDecisionRow[];
  readonly undo: MatchUndoRow | null;
}

/** Answers are only ever added; taking one back is a row of its own. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  async add(rows: readonly MatchDecisionRow[]): Promise<void> {
    await this.database.writer.insert(MatchDecisionRow, [...rows]);
  }

  async addUndo(undo: MatchUndoRow): Promise<void> {
    await this.database.writer.insert(MatchUndoRow, undo);
  }

  /** Answers that stand, between these tips; `isCurrent` compares what the tips said then and say now. */
  async standing(tipIds: readonly string[]): Promise<PairDecision[]> {
    if (tipIds.length < 2) return [];
    const among = new Set(tipIds);
    const rows = await inChunks(tipIds, (chunk) =>
      this.database.select<StandingRow>(
        `SELECT d.kind AS kind, d.verdict AS verdict, d.tip_a AS a, d.tip_b AS b,
                d.hash_a AS "hashA", d.hash_b AS "hashB", fa.matched_hash AS "nowA", fb.matched_hash AS "nowB"
         FROM match_decision d
         JOIN tip_feature fa ON fa.tip_id = d.tip_a
         JOIN tip_feature fb ON fb.tip_id = d.tip_b
         WHERE d.tip_a IN (${marks(chunk)})
           AND NOT EXISTS (SELECT 1 FROM match_undo u WHERE u.act_id = d.act_id)`,
        chunk,
      ),
    );
    return rows
      .filter((row) => among.has(row.b))
      .map(({ kind, verdict, a, b, ...hashes }) => ({
        kind,
        verdict,
        a,
        b,
        isCurrent: verdict === 'same' || (hashes.hashA === hashes.nowA && hashes.hashB === hashes.nowB),
      }));
  }

  /** Answers «the same» that stand between these tips, the oldest first. */
  async joiningAmong(tipIds: readonly string[]): Promise<MatchDecisionRow[]> {
    const among = new Set(tipIds);
    const rows = await this.database.rows.find(
      MatchDecisionRow,
      'tipA',
      tipIds,
      `verdict = 'same' AND NOT EXISTS (SELECT 1 FROM match_undo u WHERE u.act_id = match_decision.act_id)`,
    );
    return rows.filter(({ tipB }) => among.has(tipB)).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** What the answer with this key became. */
  async withKey(campaignId: string, answerKey: string): Promise<MatchDecisionRow[]> {
    return this.database.reader.findBy(MatchDecisionRow, { campaignId, answerKey });
  }

  async find(campaignId: string, actId: string): Promise<DecisionAct | null> {
    const rows = await this.database.reader.findBy(MatchDecisionRow, { campaignId, actId });
    if (rows.length === 0) return null;
    return { actId, rows, undo: await this.database.reader.findOneBy(MatchUndoRow, { actId }) };
  }

  /** Newest first; ids made later sort later. */
  async page(
    campaignId: string,
    page: number,
    pageSize: number,
  ): Promise<{ acts: DecisionAct[]; total: number }> {
    const ids = await this.database.select<{ act: string }>(
      `SELECT DISTINCT act_id AS act FROM match_decision WHERE campaign_id = ? ORDER BY act_id DESC LIMIT ? OFFSET ?`,
      [campaignId, pageSize, (page - 1) * pageSize],
    );
    const actIds = ids.map(({ act }) => act);
    const [rows, undone, counted] = [
      await this.database.reader.findBy(MatchDecisionRow, { actId: In(actIds) }),
      await this.database.reader.findBy(MatchUndoRow, { actId: In(actIds) }),
      await this.database.select<{ count: number | string }>(
        'SELECT COUNT(DISTINCT act_id) AS count FROM match_decision WHERE campaign_id = ?',
        [campaignId],
      ),
    ];
    const acts = actIds.map((actId) => ({
      actId,
      rows: rows.filter((row) => row.actId === actId),
      undo: undone.find((row) => row.actId === actId) ?? null,
    }));
    return { acts, total: Number(counted[0]?.count ?? 0) };
  }

  /** How many pairs stand answered, by verdict, and by how many acts. */
  async countStanding(campaignId: string): Promise<{ same: number; notSame: number; acts: number }> {
    const [row] = await this.database.select<Record<'same' | 'different' | 'acts', number | string>>(
      `SELECT COUNT(DISTINCT CASE WHEN d.verdict = 'same' THEN d.act_id END) AS same,
              COUNT(DISTINCT CASE WHEN d.verdict = 'not_same' THEN d.act_id END) AS different,
              COUNT(DISTINCT d.act_id) AS acts
       FROM match_decision d
       WHERE d.campaign_id = ? AND NOT EXISTS (SELECT 1 FROM match_undo u WHERE u.act_id = d.act_id)`,
      [campaignId],
    );
    return {
      same: Number(row?.same ?? 0),
      notSame: Number(row?.different ?? 0),
      acts: Number(row?.acts ?? 0),
    };
  }

  async deleteOfTips(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(MatchDecisionRow, 'tipA', tipIds);
    await this.database.rows.delete(MatchDecisionRow, 'tipB', tipIds);
  }
}

interface StandingRow {
  readonly kind: MatchKind;
  readonly verdict: Verdict;
  readonly a: string;
  readonly b: string;
  readonly hashA: string;
  readonly hashB: string;
  readonly nowA: string;
  readonly nowB: string;
}
