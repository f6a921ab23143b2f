import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MatchRunRow } from './match-run.entity.js';

@Injectable()
export class MatchRunsRepository {
  constructor(private readonly database: Database) {}

  async add(run: Pick<MatchRunRow, 'jobId' | 'campaignId' | 'startedBy' | 'startedAt'>): Promise<void> {
    await this.database.writer.insert(MatchRunRow, run);
  }

  async finish(
    jobId: string,
    result: Pick<MatchRunRow, 'tips' | 'merged' | 'parted' | 'newQuestions' | 'crowded'>,
  ): Promise<void> {
    await this.database.writer.update(MatchRunRow, { jobId }, result);
  }

  async newest(campaignId: string): Promise<MatchRunRow | null> {
    return this.database.reader.findOne(MatchRunRow, {
      where: { campaignId },
      order: { startedAt: 'DESC', jobId: 'DESC' },
    });
  }
}
