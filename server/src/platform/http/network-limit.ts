import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { AppError } from '../errors.js';

export interface Allowance {
  /** What is counted, for example `tip`; each kind has counters of its own. */
  readonly kind: string;
  readonly most: number;
  readonly perMinutes: number;
}

interface Counter {
  readonly until: number;
  count: number;
}

const mostNetworks = 20_000;

/**
 * Counts requests per network (an IPv4 /24, an IPv6 /56), so that one machine cannot flood a public form. Kept in this
 * process alone and forgotten at a restart: it slows abuse down, and nothing may depend on it being exact.
 */
@Injectable()
export class NetworkLimit {
  readonly #counters = new Map<string, Counter>();

  constructor(private readonly clock: Clock) {}

  /** Counts one request. @throws AppError too_many_requests when the network has used up its allowance */
  count(address: string, allowance: Allowance): void {
    if (!this.allows(address, allowance)) throw tooMany();
  }

  /** Counts one request, and answers whether it is within the network's allowance. */
  allows(address: string, { kind, most, perMinutes }: Allowance): boolean {
    const now = this.clock.now().getTime();
    const key = `${kind} ${networkOf(address)}`;
    const known = this.#counters.get(key);
    if (known && known.until > now) {
      known.count += 1;
      return known.count <= most;
    }
    if (this.#counters.size >= mostNetworks) this.#forget(now);
    this.#counters.set(key, { until: now + perMinutes * 60_000, count: 1 });
    return true;
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#counters) if (until <= now) this.#counters.delete(key);
    if (this.#counters.size >= mostNetworks) this.#counters.clear();
  }
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  return wholeGroups(plain).slice(0, 4).join(':').slice(0, -2);
}

/** The eight groups of an IPv6 address, four digits each. */
function wholeGroups(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0'));
}

function tooMany(): AppError {
  return new AppError(
    'too_many_requests',
    'Det kom mange på en gang fra nettet ditt. Vent noen minutter og prøv igjen.',
  );
}
