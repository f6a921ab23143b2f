import { Injectable } from '@nestjs/common';
import type { Attempt, TalkResult } from '@savner/contract/rules/call-report';
import { In, IsNull, MoreThan } from 'typeorm';
import { Contention, isTaken } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { CallReportRow } from './call-report.entity.js';

export interface CallerCalls {
  readonly userId: string;
  readonly calls: number;
  readonly talks: number;
}

export interface LastReport {
  readonly at: Date;
  readonly attempt: Attempt;
  readonly result: TalkResult | null;
  readonly userId: string;
}

interface CaseAttempt {
  readonly caseId: string;
  readonly attempt: Attempt;
}

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** @throws Contention when the same report is just being stored by another request */
  async insert(report: CallReportRow): Promise<void> {
    try {
      await this.database.writer.insert(CallReportRow, report);
    } catch (error) {
      throw isTaken(error) ? new Contention('the report is stored') : error;
    }
  }

  async find(reportId: string): Promise<CallReportRow | null> {
    return this.database.reader.findOneBy(CallReportRow, { id: reportId });
  }

  async findByKey(userId: string, key: string): Promise<CallReportRow | null> {
    return this.database.reader.findOneBy(CallReportRow, { userId, key });
  }

  /** The report of this call that has not been undone. */
  async standingOf(leaseId: string): Promise<CallReportRow | null> {
    return this.database.reader.findOneBy(CallReportRow, { leaseId, undoneAt: IsNull() });
  }

  async lastOf(userId: string, campaignId: string): Promise<CallReportRow | null> {
    return this.database.reader.findOne(CallReportRow, {
      where: { userId, campaignId, undoneAt: IsNull() },
      order: { at: 'DESC', id: 'DESC' },
    });
  }

  async of(userId: string, campaignId: string, since: Date): Promise<CallReportRow[]> {
    return this.database.reader.find(CallReportRow, {
      where: { userId, campaignId, undoneAt: IsNull(), at: MoreThan(since) },
      order: { at: 'DESC', id: 'DESC' },
    });
  }

  /** Reports of these households, oldest first; a survivor's history holds those of the merged ones too. */
  async history(caseIds: readonly string[]): Promise<CallReportRow[]> {
    if (caseIds.length === 0) return [];
    return this.database.reader.find(CallReportRow, {
      where: { caseId: In([...caseIds]), undoneAt: IsNull() },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Calls and talks of each caller in a municipality since then. */
  async callsPerCaller(campaignId: string, municipality: string, since: Date): Promise<CallerCalls[]> {
    const rows = await this.database.select<CallerCalls>(
      `SELECT user_id AS "userId", COUNT(*) AS calls, SUM(CASE WHEN attempt = 'talked' THEN 1 ELSE 0 END) AS talks
       FROM call_report
       WHERE campaign_id = ? AND municipality = ? AND undone_at IS NULL AND at > ? GROUP BY user_id`,
      [campaignId, municipality, since.toISOString()],
    );
    return rows.map(({ userId, calls, talks }) => ({ userId, calls: Number(calls), talks: Number(talks) }));
  }

  /** The last report of each case of a municipality; the case that lives on has those of the merged ones too. */
  async lastPerCase(campaignId: string, municipality: string): Promise<ReadonlyMap<string, LastReport>> {
    const rows = await this.database.select<Omit<LastReport, 'at'> & { caseId: string; at: string }>(
      `SELECT * FROM (
         SELECT COALESCE(s.id, c.id) AS "caseId", r.at AS "at", r.attempt AS "attempt", r.result AS "result",
           r.user_id AS "userId",
           ROW_NUMBER() OVER (PARTITION BY COALESCE(s.id, c.id) ORDER BY r.at DESC, r.id DESC) AS place
         FROM call_report r JOIN call_case c ON c.id = r.case_id
         LEFT JOIN call_case s ON s.household_id = c.merged_into
         WHERE r.campaign_id = ? AND COALESCE(s.municipality, c.municipality) = ? AND r.undone_at IS NULL
       ) ranked WHERE place = 1`,
      [campaignId, municipality],
    );
    return new Map(
      rows.map(({ caseId, at, attempt, result, userId }) => [
        caseId,
        { at: new Date(at), attempt, result, userId },
      ]),
    );
  }

  /** Which kinds of attempt each case of the campaign has seen, those of merged ones at the case that lives on. */
  async attemptsPerCase(campaignId: string): Promise<CaseAttempt[]> {
    return this.database.select<CaseAttempt>(
      `SELECT DISTINCT COALESCE(s.id, c.id) AS "caseId", r.attempt AS "attempt"
       FROM call_report r JOIN call_case c ON c.id = r.case_id
       LEFT JOIN call_case s ON s.household_id = c.merged_into
       WHERE r.campaign_id = ? AND r.undone_at IS NULL`,
      [campaignId],
    );
  }

  /** Answers whether it was not already undone. */
  async markUndone(reportId: string, at: Date): Promise<boolean> {
    const result = await this.database.writer.update(
      CallReportRow,
      { id: reportId, undoneAt: IsNull() },
      { undoneAt: at },
    );
    return result.affected === 1;
  }
}
