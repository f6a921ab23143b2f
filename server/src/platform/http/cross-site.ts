import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops other sites from acting in a visitor's name: what changes state must come from our own pages.
 * Programs without a browser send neither header and pass; they carry no cookie of a victim. What the browser says of
 * the site goes before the origin, which some browsers call `null` to keep it to themselves.
 * @throws AppError cross_site_request
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw refusal();
  }
  const origin = request.headers.origin;
  if (origin === undefined || origin === publicUrl) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) throw refusal();
}

function refusal(): AppError {
  return new AppError('cross_site_request', 'Forespørselen kom fra et annet nettsted og ble stoppet.');
}
