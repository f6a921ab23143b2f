import type { Endpoint, RequestOf, ResponseOf } from '@savner/contract/endpoint';
import { errorBody } from '@savner/contract/errors';
import { ApiError, ConnectionError, UnreadableAnswerError } from './api-error.js';

export type RequestArguments<E extends Endpoint> =
  Record<string, never> extends RequestOf<E> ? [request?: RequestOf<E>] : [request: RequestOf<E>];

/**
 * Calls an endpoint of the contract and gives its answer, parsed by its schema.
 * @throws ApiError when the server refuses, ConnectionError when it cannot be reached,
 *   UnreadableAnswerError when the answer breaks the contract.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  ...[request]: RequestArguments<E>
): Promise<ResponseOf<E>> {
  return (await perform(endpoint, request ?? {})) as ResponseOf<E>;
}

/** The same, given up when `signal` says so: then it throws ConnectionError. */
export async function callUntil<E extends Endpoint>(
  signal: AbortSignal,
  endpoint: E,
  request: RequestOf<E>,
): Promise<ResponseOf<E>> {
  return (await perform(endpoint, request, signal)) as ResponseOf<E>;
}

/** The same call without the types, for the hooks that carry them themselves. */
export async function perform(
  endpoint: Endpoint,
  request: LooseRequest,
  signal?: AbortSignal,
): Promise<unknown> {
  const { params, query, body } = request;
  const response = await send(endpoint.method, addressOf(endpoint, params, query), body, signal);
  const answer = await readJson(response);
  if (!response.ok) throw refusal(response.status, answer);
  const parsed = endpoint.response.safeParse(answer);
  if (!parsed.success) throw new UnreadableAnswerError(response.status, parsed.error);
  return parsed.data;
}

/** The path and query of a request, e.g. for a link to a file. */
export function addressOf(endpoint: Endpoint, params: unknown, query?: unknown): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = entriesOf(params).find(([key]) => key === name)?.[1];
    if (value === undefined) throw new Error(`${endpoint.path} wants the parameter ${name}`);
    return encodeURIComponent(textOf(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, textOf(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Addresses carry texts, numbers and yes or no, nothing else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error('An address cannot carry this value');
}

export interface LooseRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

function entriesOf(values: unknown): [string, unknown][] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
}

/** Asks, whatever the answer is. @throws ConnectionError */
export async function send(
  method: string,
  address: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      ...contentOf(body),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    throw new ConnectionError(cause);
  }
}

/** A file is sent as it is on disk, everything else as JSON. */
function contentOf(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  const accept = 'application/json';
  if (body === undefined) return { headers: { accept } };
  if (body instanceof Uint8Array) {
    return { headers: { accept, 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) };
  }
  return { headers: { accept, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** @throws ConnectionError, UnreadableAnswerError */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw new ConnectionError(cause);
  });
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new UnreadableAnswerError(response.status, cause);
  }
}

/** What an answer that is no success says. */
export function refusal(status: number, answer: unknown): Error {
  const parsed = errorBody.safeParse(answer);
  return parsed.success ? new ApiError(parsed.data) : new UnreadableAnswerError(status, parsed.error);
}
