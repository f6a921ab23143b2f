import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type QueueRank, queueRanks } from './domain/call-case.js';

export interface ClaimQuestion {
  readonly campaignId: string;
  readonly municipality: string;
  readonly userId: string;
  /** Keyed hashes of the caller's name and e-mail. */
  readonly tieKeys: readonly string[];
  readonly now: Date;
  /** `agreed_only`: only calls somebody agreed to. */
  readonly hours: 'open' | 'agreed_only';
  readonly leaseId: string;
}

export interface ClaimedCase {
  readonly id: string;
  readonly householdId: string;
  readonly queueRank: number;
}

/** The hot path: one statement that chooses and takes. */
@Injectable()
export class ClaimRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the first household in the order of the domain (queue-order.ts): by rank, inside a rank one's own before
   * the open queue, then the longest due. Each place in the order is one look-up through the queue's index; the first
   * that finds something ends the search. Under PostgreSQL, rows another caller is just taking are passed over.
   */
  async claim(question: ClaimQuestion): Promise<ClaimedCase | null> {
    const picks = placesInOrder(question.hours).map((place) => this.#pick(place, question));
    const sql = `UPDATE call_case SET lease_id = ?, turn = turn + 1
      WHERE id = COALESCE(${picks.map((pick) => pick.sql).join(', ')}) AND lease_id IS NULL
      RETURNING id, household_id AS "householdId", queue_rank AS "queueRank"`;
    const parameters = [question.leaseId, ...picks.flatMap((pick) => pick.parameters)];
    const rows = await this.database.returning<ClaimedCase>(sql, parameters);
    return rows[0] ?? null;
  }

  /** Takes one particular case, if nobody holds it. */
  async take(caseId: string, leaseId: string): Promise<boolean> {
    const rows = await this.database.returning<{ id: string }>(
      'UPDATE call_case SET lease_id = ?, turn = turn + 1 WHERE id = ? AND lease_id IS NULL RETURNING id',
      [leaseId, caseId],
    );
    return rows.length === 1;
  }

  /** How many households the claim could choose from. */
  async countOffered(question: Omit<ClaimQuestion, 'leaseId'>): Promise<number> {
    let sum = 0;
    for (const place of placesInOrder(question.hours)) {
      const { where, parameters } = condition(place, question);
      const rows = await this.database.select<{ count: number | string }>(
        `SELECT COUNT(*) AS count FROM call_case c WHERE ${where}`,
        parameters,
      );
      sum += Number(rows[0]?.count ?? 0);
    }
    return sum;
  }

  #pick(place: Place, question: ClaimQuestion): { sql: string; parameters: unknown[] } {
    const { where, parameters } = condition(place, question);
    const lock = this.database.kind === 'postgres' ? 'FOR UPDATE OF c SKIP LOCKED' : '';
    const sql = `(SELECT c.id FROM call_case c WHERE ${where} ORDER BY c.next_at, c.household_id LIMIT 1 ${lock})`;
    return { sql, parameters };
  }
}

interface Place {
  readonly rank: QueueRank;
  readonly whose: 'mine' | 'open';
}

function placesInOrder(hours: ClaimQuestion['hours']): Place[] {
  const ranks: readonly QueueRank[] =
    hours === 'open' ? ['callback', 'chosen_time', 'never_tried', 'retry', 'skipped'] : ['callback'];
  return ranks.flatMap((rank) => [
    { rank, whose: 'mine' as const },
    { rank, whose: 'open' as const },
  ]);
}

function condition(
  place: Place,
  question: Omit<ClaimQuestion, 'leaseId'>,
): { where: string; parameters: unknown[] } {
  const now = question.now.toISOString();
  const whose = ownership(place, question.userId, now);
  const ties = question.tieKeys.map(() => '?').join(', ');
  const where = `c.campaign_id = ? AND c.municipality = ? AND c.standing = 'open' AND c.state = 'queued'
    AND c.queue_rank = ? AND ${whose.sql} AND c.next_at <= ? AND c.lease_id IS NULL
    AND (c.informed_at IS NOT NULL OR c.inform_by > ?)
    AND NOT EXISTS (SELECT 1 FROM call_skip s WHERE s.case_id = c.id AND s.user_id = ?)
    ${ties ? `AND NOT EXISTS (SELECT 1 FROM call_tie t WHERE t.case_id = c.id AND t.match_key IN (${ties}))` : ''}`;
  const parameters = [
    question.campaignId,
    question.municipality,
    queueRanks[place.rank],
    ...whose.parameters,
    now,
    now,
    question.userId,
    ...question.tieKeys,
  ];
  return { where, parameters };
}

/** An agreed call belongs to whoever agreed it, for a while; everything else to a member's list or to everybody. */
function ownership(place: Place, userId: string, now: string): { sql: string; parameters: string[] } {
  if (place.rank === 'callback') {
    return place.whose === 'mine'
      ? { sql: 'c.reserved_for = ?', parameters: [userId] }
      : {
          sql: '(c.reserved_for IS NULL OR (c.reserved_for <> ? AND c.reserved_until <= ?))',
          parameters: [userId, now],
        };
  }
  return place.whose === 'mine'
    ? { sql: 'c.assigned_to = ?', parameters: [userId] }
    : { sql: 'c.assigned_to IS NULL', parameters: [] };
}
