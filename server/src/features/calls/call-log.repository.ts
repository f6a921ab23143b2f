import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CallActionRow, CallDivisionRow } from './call-log.entity.js';

@Injectable()
export class CallLogRepository {
  constructor(private readonly database: Database) {}

  async addAction(action: CallActionRow): Promise<void> {
    await this.database.writer.insert(CallActionRow, action);
  }

  async addDivision(division: CallDivisionRow): Promise<void> {
    await this.database.writer.insert(CallDivisionRow, division);
  }

  async lastDivision(campaignId: string, municipality: string): Promise<CallDivisionRow | null> {
    return this.database.reader.findOne(CallDivisionRow, {
      where: { campaignId, municipality },
      order: { at: 'DESC', id: 'DESC' },
    });
  }

  async markDivisionUndone(id: string, at: Date): Promise<void> {
    await this.database.writer.update(CallDivisionRow, { id }, { undoneAt: at });
  }
}
