import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { rootDirectory } from '../../config/config.js';

const browserBuild = join(rootDirectory, 'client/dist/browser');

/** The client's build: hashed files under /assets, and one document for every address under /app. */
export async function serveClient(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(browserBuild)) return;
  await fastify.register(staticFiles, {
    root: join(browserBuild, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: true,
  });
  for (const path of ['/app', '/app/*']) {
    fastify.get(path, (_request, reply) =>
      reply.sendFile('app.html', browserBuild, { maxAge: 0, immutable: false }),
    );
  }
  for (const file of ['favicon.svg', 'robots.txt']) {
    if (!existsSync(join(browserBuild, file))) continue;
    fastify.get(`/${file}`, (_request, reply) =>
      reply.sendFile(file, browserBuild, { maxAge: '1d', immutable: false }),
    );
  }
}
