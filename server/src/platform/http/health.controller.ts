import { Controller, Get, Header } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AppError } from '../errors.js';
import { Public } from './access.js';

/** For supervisors and load balancers. Alive: the process answers. Ready: the database does, too. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Public()
  @Get('/api/health')
  @Header('cache-control', 'no-store')
  health(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Public()
  @Get('/api/ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await this.database.ping();
    } catch {
      throw new AppError('not_ready', 'Databasen svarer ikke ennå.');
    }
    return { status: 'ready' };
  }
}
