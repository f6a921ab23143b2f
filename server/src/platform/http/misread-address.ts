import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Addresses the router cannot read (`/%`, a parameter longer than any of ours) never reach a route, and Fastify would
 * answer by itself, without our headers and words. They are led to an address that does not exist, and answered as such.
 */
export function answerMisreadAddress(
  fastify: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const isForPrograms = request.raw.url?.startsWith('/api/') ?? false;
  request.raw.url = isForPrograms ? '/api/-' : '/-';
  fastify.routing(request.raw, reply.raw);
}
