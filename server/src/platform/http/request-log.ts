import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line per request: method, route pattern (never the address itself: it may hold a code or a search), status, time. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, next) => {
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    );
    next();
  });
}
