import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { CallReportRow } from './call-report.entity.js';

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  async insert(report: CallReportRow): Promise<void> {
    await this.database.writer.insert(CallReportRow, report);
  }

  async find(reportId: string): Promise<CallReportRow | null> {
    return this.database.reader.findOneBy(CallReportRow, { id: reportId });
  }

  async findByKey(userId: string, key: string): Promise<CallReportRow | null> {
    return this.database.reader.findOneBy(CallReportRow, { userId, key });
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

  async ofPlace(campaignId: string, municipality: string, since: Date): Promise<CallReportRow[]> {
    return this.database.reader.findBy(CallReportRow, {
      campaignId,
      municipality,
      undoneAt: IsNull(),
      at: MoreThan(since),
    });
  }

  async ofCampaign(campaignId: string, municipality?: string): Promise<CallReportRow[]> {
    return this.database.reader.find(CallReportRow, {
      where: { campaignId, undoneAt: IsNull(), ...(municipality ? { municipality } : {}) },
      order: { at: 'ASC', id: 'ASC' },
    });
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
