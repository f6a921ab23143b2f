import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { CallSkipRow, CallTieRow } from './call-tie.entity.js';

/** Who is kept off which household, and why. */
@Injectable()
export class TiesRepository {
  constructor(private readonly database: Database) {}

  async forget(caseIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(CallTieRow, 'caseId', caseIds);
  }

  async add(ties: readonly CallTieRow[]): Promise<void> {
    await this.database.rows.insert(CallTieRow, ties);
  }

  async tiesOf(caseIds: readonly string[]): Promise<CallTieRow[]> {
    return this.#inPieces(caseIds, (ids) => this.database.reader.findBy(CallTieRow, { caseId: In(ids) }));
  }

  async skipsOf(caseIds: readonly string[]): Promise<CallSkipRow[]> {
    return this.#inPieces(caseIds, (ids) => this.database.reader.findBy(CallSkipRow, { caseId: In(ids) }));
  }

  async skip(skip: CallSkipRow): Promise<void> {
    await this.database.writer.upsert(CallSkipRow, skip, ['caseId', 'userId']);
  }

  async forgetSkips(caseId: string, userId?: string): Promise<void> {
    await this.database.writer.delete(CallSkipRow, { caseId, ...(userId ? { userId } : {}) });
  }

  async #inPieces<Row>(ids: readonly string[], read: (piece: string[]) => Promise<Row[]>): Promise<Row[]> {
    const rows: Row[] = [];
    for (let start = 0; start < ids.length; start += 500)
      rows.push(...(await read(ids.slice(start, start + 500))));
    return rows;
  }
}
