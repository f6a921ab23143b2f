import { Controller, Get, Header } from '@nestjs/common';
import { Public } from './access.js';
import { Readiness } from './readiness.js';

/** For supervisors and load balancers. Alive: the process answers. Ready: the database does, too, and stores what it is given. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

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
    await this.readiness.check();
    return { status: 'ready' };
  }
}
