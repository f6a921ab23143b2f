import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import type { Clock } from './platform/clock.js';
import { toErrorBody } from './platform/http/error.filter.js';
import { acceptFiles } from './platform/http/file-body.js';
import { answerMisreadAddress } from './platform/http/misread-address.js';
import type { JobsModuleOptions } from './platform/jobs/jobs.module.js';
import { refuseCrossSite } from './platform/http/cross-site.js';
import { logRequests } from './platform/http/request-log.js';
import { secureHeaders } from './platform/http/secure-headers.js';
import { serveClient } from './platform/http/static-client.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';
import { requestContext } from './platform/logging/request-context.js';
import { LOGGER } from './platform/tokens.js';
import { errorStatuses } from '@savner/contract/errors';

const bodyLimit = 64 * 1024;

/** The whole application behind HTTP, ready to listen (main) or to be called in-process (tests). */
export async function createHttpApp(
  config: Config,
  clock?: Clock,
  jobs?: JobsModuleOptions,
): Promise<NestFastifyApplication> {
  z.config(z.locales.no());
  const adapter: FastifyAdapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: config.trustProxy > 0 && ((_address, hop) => hop < config.trustProxy),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      answerMisreadAddress(adapter.getInstance(), request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(config, clock, jobs),
    adapter,
    startOptions(config),
  );
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(new NestLogger(logger));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, next) => {
    requestContext.run({ requestId: request.id }, next);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      refuseCrossSite(request, config.publicUrl);
    } catch (error) {
      const body = toErrorBody(error, request.id);
      await reply.status(errorStatuses[body.code]).send(body);
    }
  });
  acceptFiles(fastify);
  logRequests(fastify, logger);
  await secureHeaders(fastify, config);
  await serveClient(fastify);
  app.enableShutdownHooks();
  await app.init();
  await fastify.ready();
  return app;
}

/** The same application without HTTP: the command line and the job runner. */
export async function createAppContext(
  config: Config,
  clock?: Clock,
  jobs?: JobsModuleOptions,
): Promise<INestApplicationContext> {
  z.config(z.locales.no());
  const app = await NestFactory.createApplicationContext(
    AppModule.register(config, clock, jobs),
    startOptions(config),
  );
  app.useLogger(new NestLogger(app.get<Logger>(LOGGER)));
  return app;
}

/** What goes wrong at a start is thrown, for the entry point to explain; Nest says no more of it than our own log does. */
function startOptions(config: Config) {
  return { logger: new NestLogger(createLogger(config)), abortOnError: false };
}
