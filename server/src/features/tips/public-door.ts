import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.js';
import { NetworkLimit } from '../../platform/http/network-limit.js';

const largestBody = 16 * 1024;
/** A school class behind one address sends its tips in an hour; a robot sends them in a second. */
const allowance = { kind: 'tip', most: 60, perMinutes: 10 };

/** Stops what no honest tipper sends, before anybody looks at it. */
@Injectable()
export class PublicDoor {
  constructor(private readonly limit: NetworkLimit) {}

  /** @throws AppError too_large, too_many_requests */
  check(request: FastifyRequest): void {
    this.limit.count(request.ip, allowance);
    const announced = Number(request.headers['content-length'] ?? 0);
    const isLarge = announced > largestBody || JSON.stringify(request.body ?? '').length > largestBody;
    if (isLarge) throw new AppError('too_large', 'Tipset er for langt. Kort det ned og send på nytt.');
  }
}
