import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { AccessGuard } from './access.guard.js';
import { AccountsRepository } from './accounts.repository.js';
import { LinksService } from './links.service.js';
import { OneTimeLinkRow } from './one-time-link.entity.js';
import { SessionCookie } from './session-cookie.js';
import { SessionController } from './session.controller.js';
import { SessionRow } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { UserRow } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([UserRow, SessionRow, OneTimeLinkRow])],
  controllers: [SessionController, UsersController],
  providers: [
    AccountsRepository,
    SessionsService,
    LinksService,
    UsersService,
    {
      provide: SessionCookie,
      inject: [CONFIG],
      useFactory: (config: Config) => new SessionCookie(config.publicUrl),
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [LinksService, UsersService],
})
export class AccountsModule {}
