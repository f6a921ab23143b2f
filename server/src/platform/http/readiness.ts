import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AppError } from '../errors.js';

/** Whether the process can do its work now. */
@Injectable()
export class Readiness {
  constructor(private readonly database: Database) {}

  /** @throws AppError not_ready while the database does not answer, or refuses to store anything */
  async check(): Promise<void> {
    try {
      await this.database.ping();
    } catch {
      throw new AppError('not_ready', 'Databasen svarer ikke, eller kan ikke skrives.');
    }
  }
}
