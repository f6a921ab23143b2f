import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { NorwegianCalendar } from './calendar.js';
import { Clock, SystemClock } from './clock.js';
import { Events } from './events.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { ErrorFilter } from './http/error.filter.js';
import { HealthController } from './http/health.controller.js';
import { NetworkLimit } from './http/network-limit.js';
import { OpenApiController } from './http/openapi.controller.js';
import { PageRenderer } from './http/page-renderer.js';
import { Readiness } from './http/readiness.js';
import { createLogger } from './logging/logger.js';
import { Secrets } from './secrets.js';
import { CALENDAR, CONFIG, LOGGER } from './tokens.js';

/** What every feature may ask for, whatever it does. */
@Module({})
export class PlatformModule {
  static register(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: createLogger(config) },
      { provide: Clock, useValue: clock },
      { provide: CALENDAR, useValue: new NorwegianCalendar() },
      Secrets,
      Events,
      NetworkLimit,
      PageRenderer,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, OpenApiController],
      providers: [
        ...shared,
        Readiness,
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: shared,
    };
  }
}
