import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@savner/contract/people';
import { In, IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { StoredQuestion } from './domain/matching/review-side.js';
import { MatchQuestionRow } from './match-question.entity.js';
import { PersonRow } from './person.entity.js';

export interface QuestionFilter {
  readonly campaignId: string;
  readonly kind?: MatchKind | undefined;
  readonly municipality?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Reads the list of cases that wait for an answer. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * What saves most first, then the day somebody must be informed by, then the likeliest. Each case with its
   * questions, the likeliest first.
   */
  async page(filter: QuestionFilter): Promise<{ cases: StoredQuestion[][]; total: number }> {
    const { where, values } = conditions(filter);
    const found = await this.database.select<{ caseId: string }>(
      `SELECT q.case_id AS "caseId" FROM match_question q WHERE ${where} GROUP BY q.case_id
       ORDER BY MAX(q.worth) DESC, MIN(SUBSTR(q.inform_by, 1, 10)), MAX(q.probability) DESC, q.case_id
       LIMIT ? OFFSET ?`,
      [...values, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    const counted = await this.database.select<{ count: number | string }>(
      `SELECT COUNT(DISTINCT q.case_id) AS count FROM match_question q WHERE ${where}`,
      values,
    );
    const questions = await this.#ofCases(
      filter.campaignId,
      found.map(({ caseId }) => caseId),
    );
    return {
      cases: found.map(({ caseId }) => questions.filter((question) => question.caseId === caseId)),
      total: Number(counted[0]?.count ?? 0),
    };
  }

  /** Cases that wait. */
  async waiting(campaignId: string): Promise<ReadonlyMap<MatchKind, number>> {
    const rows = await this.database.select<{ kind: MatchKind; count: number | string }>(
      `SELECT kind, COUNT(DISTINCT case_id) AS count FROM match_question WHERE campaign_id = ? GROUP BY kind`,
      [campaignId],
    );
    return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  }

  /** Questions that this answer or run was the first to raise. */
  async countRaisedBy(campaignId: string, cause: string): Promise<number> {
    return this.database.reader.countBy(MatchQuestionRow, { campaignId, cause });
  }

  /** Persons that more than one tip is about. */
  async countMerged(campaignId: string): Promise<number> {
    return this.database.reader.countBy(PersonRow, {
      campaignId,
      tipCount: MoreThan(1),
      retiredAt: IsNull(),
    });
  }

  async #ofCases(campaignId: string, caseIds: readonly string[]): Promise<MatchQuestionRow[]> {
    return this.database.reader.find(MatchQuestionRow, {
      where: { campaignId, caseId: In([...caseIds]) },
      order: { probability: 'DESC', tipA: 'ASC', tipB: 'ASC' },
    });
  }
}

function conditions({ campaignId, kind, municipality }: QuestionFilter): {
  where: string;
  values: unknown[];
} {
  const parts: [string, unknown[]][] = [['q.campaign_id = ?', [campaignId]]];
  if (kind) parts.push(['q.kind = ?', [kind]]);
  if (municipality) {
    parts.push([
      'EXISTS (SELECT 1 FROM household h WHERE h.id IN (q.household_a, q.household_b) AND h.municipality = ?)',
      [municipality],
    ]);
  }
  return { where: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, values]) => values) };
}
