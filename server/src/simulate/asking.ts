import { performance } from 'node:perf_hooks';
import type { Endpoint, RequestOf, ResponseOf } from '@savner/contract/endpoint';
import { errorBody, type ErrorCode } from '@savner/contract/errors';
import type { Dice } from '../platform/dice.js';
import type { Figures } from './figures.js';
import { type Answer, type Line, type Loss, LostOnTheWay } from './line.js';
import type { NightClock } from './night-time.js';

/** What came of a request that was sent until it was answered. Times are those of the night. */
export type Reply<E extends Endpoint> = {
  readonly asked: number;
  readonly answered: number;
  /** How often it was sent; more than once means that an earlier one may have had its effect. */
  readonly tries: number;
} & ({ readonly ok: true; readonly value: ResponseOf<E> } | { readonly ok: false; readonly code: ErrorCode });

export interface AskingOptions {
  /** The line breaks now and then, by these dice. */
  readonly breaks?: Dice;
  /** Under which name its time is kept. */
  readonly timedAs?: string;
}

/** An answer that no client could make anything of, or an error of the server. */
export class BrokenAnswer extends Error {}

const lossShares = [
  ['none', 94],
  ['request', 3],
  ['answer', 3],
] as const satisfies readonly (readonly [Loss, number])[];
/** However bad the line, from then on it holds. */
const triesOnBadLine = 3;
/** The server may be down for a while, not for ever: the limit of the whole run ends this. */
const pauseMs = [40, 250] as const;

/** Sends requests of the contract until they are answered, as a patient client does. */
export class Asking {
  constructor(
    private readonly line: Line,
    private readonly clock: NightClock,
    private readonly figures: Figures,
  ) {}

  /** @throws BrokenAnswer, the reason of the stop */
  async ask<E extends Endpoint>(
    endpoint: E,
    request: RequestOf<E>,
    { breaks, timedAs }: AskingOptions = {},
  ): Promise<Reply<E>> {
    const asked = this.clock.now();
    for (let tries = 1; ; tries += 1) {
      this.clock.stop.throwIfAborted();
      this.figures.count('requests');
      const loss = breaks && tries < triesOnBadLine ? breaks.weighted(lossShares) : 'none';
      const begun = performance.now();
      const answer = await this.#sendOnce(endpoint, request, loss);
      if (answer && answer.status !== 503) {
        if (timedAs !== undefined) this.figures.time(timedAs, performance.now() - begun);
        return { asked, answered: this.clock.now(), tries, ...read(endpoint, answer) };
      }
      this.figures.count('retries');
      const [shortest, longest] = pauseMs;
      await this.clock.waitReal(shortest + (longest - shortest) * Math.min(1, tries / 10));
    }
  }

  /** Null when it got lost, or the server is just coming up. */
  async #sendOnce(endpoint: Endpoint, request: LooseRequest, loss: Loss): Promise<Answer | null> {
    if (loss !== 'none') this.figures.count(`lost: ${loss}`);
    const { params, query, body } = request;
    try {
      const address = addressOf(endpoint, params, query);
      return await this.line.send({ method: endpoint.method, address, body }, loss);
    } catch (error) {
      if (error instanceof LostOnTheWay) return null;
      throw error;
    }
  }
}

interface LooseRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

function read<E extends Endpoint>(
  endpoint: E,
  { status, body }: Answer,
): { readonly ok: true; readonly value: ResponseOf<E> } | { readonly ok: false; readonly code: ErrorCode } {
  const about = `${endpoint.method} ${endpoint.path} answered ${status}`;
  if (status < 400) {
    const parsed = endpoint.response.safeParse(body);
    if (!parsed.success) throw new BrokenAnswer(`${about}, and not as promised: ${parsed.error.message}`);
    // The schema is the endpoint's own; the compiler has lost sight of it in the general type.
    return { ok: true, value: parsed.data as ResponseOf<E> };
  }
  const refusal = errorBody.safeParse(body);
  if (!refusal.success || refusal.data.code === 'internal')
    throw new BrokenAnswer(`${about}: ${JSON.stringify(body)}`);
  return { ok: false, code: refusal.data.code };
}

function addressOf({ path }: Endpoint, params: unknown, query: unknown): string {
  const given = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given.get(name) ?? ''));
  const search = new URLSearchParams(entriesOf(query));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

function entriesOf(values: unknown): [string, string][] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
  );
}
