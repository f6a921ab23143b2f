import { Injectable } from '@nestjs/common';
import type { MatchKind } from '@savner/contract/people';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { StoredQuestion } from './domain/matching/review-side.js';
import { PersonRow } from './person.entity.js';

export interface QuestionFilter {
  readonly campaignId: string;
  readonly kind?: MatchKind | undefined;
  readonly municipality?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Reads the list of pairs that wait for an answer. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /** The likeliest first: most wrong cards and double calls saved per answer. */
  async page(filter: QuestionFilter): Promise<{ questions: StoredQuestion[]; total: number }> {
    const { where, values } = conditions(filter);
    const questions = await this.database.select<StoredQuestion>(
      `SELECT q.kind AS kind, q.tip_a AS "tipA", q.tip_b AS "tipB", q.probability AS probability
       FROM match_question q WHERE ${where}
       ORDER BY q.probability DESC, q.tip_a, q.tip_b LIMIT ? OFFSET ?`,
      [...values, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    const counted = await this.database.select<{ count: number | string }>(
      `SELECT COUNT(*) AS count FROM match_question q WHERE ${where}`,
      values,
    );
    return { questions, total: Number(counted[0]?.count ?? 0) };
  }

  async waiting(campaignId: string): Promise<ReadonlyMap<MatchKind, number>> {
    const rows = await this.database.select<{ kind: MatchKind; count: number | string }>(
      'SELECT kind, COUNT(*) AS count FROM match_question WHERE campaign_id = ? GROUP BY kind',
      [campaignId],
    );
    return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  }

  /** Persons that more than one tip is about. */
  async countMerged(campaignId: string): Promise<number> {
    return this.database.reader.countBy(PersonRow, {
      campaignId,
      tipCount: MoreThan(1),
      retiredAt: IsNull(),
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
