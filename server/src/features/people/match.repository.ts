import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Edge, JudgedPair } from './domain/matching/judge-pair.js';
import type { Question } from './domain/matching/open-questions.js';
import { inChunks, marks } from './in-chunks.js';
import { MatchEdgeRow } from './match-edge.entity.js';
import { MatchQuestionRow } from './match-question.entity.js';

export type RankedQuestion = Question &
  Pick<
    MatchQuestionRow,
    'householdA' | 'householdB' | 'caseId' | 'worth' | 'saves' | 'savedCount' | 'informBy'
  >;

/** Edges between tips, and the questions they leave to a human. */
@Injectable()
export class MatchRepository {
  constructor(private readonly database: Database) {}

  /** One at a time settles a campaign: on SQLite the write gate sees to it, on PostgreSQL a lock until the commit. */
  async lockCampaign(campaignId: string): Promise<void> {
    if (this.database.kind === 'sqlite') return;
    await this.database.select('SELECT pg_advisory_xact_lock(hashtext(?))', [`people:${campaignId}`]);
  }

  async addEdges(campaignId: string, edges: readonly JudgedPair[]): Promise<void> {
    const rows = edges.map(({ a, b, ...edge }) => ({ tipA: a, tipB: b, campaignId, ...edge }));
    await this.database.rows.insert(MatchEdgeRow, rows);
  }

  async deleteEdges(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(MatchEdgeRow, 'tipA', tipIds);
    await this.database.rows.delete(MatchEdgeRow, 'tipB', tipIds);
  }

  /** Those of `tipIds` with an edge to another tip of a group they are in. */
  async joinedAmong(tipIds: readonly string[], groups: readonly (readonly string[])[]): Promise<string[]> {
    const edges = [
      ...(await this.database.rows.find(MatchEdgeRow, 'tipA', tipIds)),
      ...(await this.database.rows.find(MatchEdgeRow, 'tipB', tipIds)),
    ];
    const sets = groups.map((group) => new Set(group));
    const joined = edges.filter(({ tipA, tipB }) => sets.some((group) => group.has(tipA) && group.has(tipB)));
    const ends = new Set(joined.flatMap(({ tipA, tipB }) => [tipA, tipB]));
    return tipIds.filter((tip) => ends.has(tip));
  }

  /** Edges with both ends among these tips. */
  async edgesAmong(tipIds: readonly string[]): Promise<Edge[]> {
    if (tipIds.length < 2) return [];
    const among = new Set(tipIds);
    const rows = await this.database.rows.find(MatchEdgeRow, 'tipA', tipIds);
    return rows
      .filter((row) => among.has(row.tipB))
      .map(({ tipA, tipB, campaignId: _campaign, ...edge }) => ({ a: tipA, b: tipB, ...edge }));
  }

  /** Pairs of these tips with others that tell the same number; every such pair is kept as an edge. */
  async withSamePhone(tipIds: readonly string[]): Promise<{ own: string; other: string }[]> {
    const among = new Set(tipIds);
    const forth = await this.database.rows.find(MatchEdgeRow, 'tipA', tipIds);
    const back = await this.database.rows.find(MatchEdgeRow, 'tipB', tipIds);
    const isShared = ({ levels }: MatchEdgeRow) => levels.phone === 'equal';
    return [
      ...forth.filter(isShared).map(({ tipA, tipB }) => ({ own: tipA, other: tipB })),
      ...back.filter(isShared).map(({ tipA, tipB }) => ({ own: tipB, other: tipA })),
    ].filter(({ other }) => !among.has(other));
  }

  /**
   * The tips one step away: joined by an edge, by an answer that stands, or living in one household now.
   */
  async neighbours(tipIds: readonly string[]): Promise<string[]> {
    const rows = await inChunks(
      tipIds,
      (chunk) => {
        const among = marks(chunk);
        return this.database.select<{ tip: string }>(
          `SELECT tip_b AS tip FROM match_edge WHERE tip_a IN (${among})
           UNION SELECT tip_a FROM match_edge WHERE tip_b IN (${among})
           UNION SELECT d.tip_b FROM match_decision d WHERE d.tip_a IN (${among}) AND ${standing}
           UNION SELECT d.tip_a FROM match_decision d WHERE d.tip_b IN (${among}) AND ${standing}
           UNION SELECT other.tip_id FROM membership mine
                 JOIN membership other ON other.household_id = mine.household_id AND other.until IS NULL
                 WHERE mine.tip_id IN (${among}) AND mine.until IS NULL`,
          [...chunk, ...chunk, ...chunk, ...chunk, ...chunk],
        );
      },
      400,
    );
    return [...new Set(rows.map(({ tip }) => tip))];
  }

  /** A question that was open already keeps what it was raised by. */
  async replaceQuestions(
    campaignId: string,
    tipIds: readonly string[],
    cause: string,
    questions: readonly RankedQuestion[],
  ): Promise<void> {
    const open = [
      ...(await this.database.rows.find(MatchQuestionRow, 'tipA', tipIds)),
      ...(await this.database.rows.find(MatchQuestionRow, 'tipB', tipIds)),
    ];
    const causes = new Map(open.map((row) => [`${row.kind} ${row.tipA} ${row.tipB}`, row.cause]));
    if (open.length > 0) await this.deleteQuestions(tipIds);
    const rows = questions.map(({ a, b, ...question }) => ({
      ...question,
      tipA: a,
      tipB: b,
      campaignId,
      cause: causes.get(`${question.kind} ${a} ${b}`) ?? cause,
    }));
    await this.database.rows.insert(MatchQuestionRow, rows);
  }

  async deleteQuestions(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(MatchQuestionRow, 'tipA', tipIds);
    await this.database.rows.delete(MatchQuestionRow, 'tipB', tipIds);
  }
}

const standing = 'NOT EXISTS (SELECT 1 FROM match_undo u WHERE u.act_id = d.act_id)';
