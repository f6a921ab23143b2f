import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { TipImportRow } from './tip-import.entity.js';

export type StoredImport = Readonly<TipImportRow>;

@Injectable()
export class TipImportsRepository {
  constructor(private readonly database: Database) {}

  async findByFile(campaignId: string, sha256: string): Promise<StoredImport | null> {
    return this.database.reader.findOneBy(TipImportRow, { campaignId, sha256 });
  }

  async list(campaignId: string): Promise<StoredImport[]> {
    return this.database.reader.find(TipImportRow, {
      where: { campaignId },
      order: { importedAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** Answers whether it was stored; false when the same file has been taken in meanwhile. */
  async insertNew(row: StoredImport): Promise<boolean> {
    await this.database.writer
      .createQueryBuilder()
      .insert()
      .into(TipImportRow)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    return this.database.reader.existsBy(TipImportRow, { id: row.id });
  }
}
