import type { Endpoint, ResponseOf } from '@savner/contract/endpoint';
import { errorStatuses, type ErrorBody, type ErrorCode } from '@savner/contract/errors';

/** A request as the page sent it. */
export interface SeenRequest {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

interface Route {
  readonly endpoint: Endpoint;
  readonly answer: (request: SeenRequest) => unknown;
}

/** A refusal instead of an answer. */
export class Refusal {
  readonly body: ErrorBody;

  constructor(code: ErrorCode, fields: ErrorBody['fields'] = []) {
    this.body = { code, message: code, fields, requestId: 'request-1' };
  }
}

/**
 * A server made of the contract: what it answers is parsed by the endpoint's own schema, and what it is sent by the
 * schema of the body, so that neither a sample nor a page can break the promise unseen.
 */
export class FakeServer {
  readonly seen: SeenRequest[] = [];
  private readonly routes: Route[] = [];

  /** The newest answer to an endpoint counts. */
  on<E extends Endpoint>(endpoint: E, answer: (request: SeenRequest) => ResponseOf<E> | Refusal): this {
    this.routes.unshift({ endpoint, answer });
    return this;
  }

  sentTo(endpoint: Endpoint): SeenRequest[] {
    return this.seen.filter((request) => request.endpoint === endpoint);
  }

  install(): void {
    globalThis.fetch = (address, init) => {
      if (typeof address !== 'string') throw new Error('The client asks by address');
      return Promise.resolve(this.handle(address, init));
    };
  }

  private handle(address: string, init: RequestInit | undefined): Response {
    const url = new URL(address, 'http://localhost');
    const method = init?.method ?? 'GET';
    for (const { endpoint, answer } of this.routes) {
      const params = endpoint.method === method ? paramsIn(endpoint.path, url.pathname) : null;
      if (params === null) continue;
      const request = { endpoint, params, query: url.searchParams, body: bodyOf(init?.body) };
      endpoint.body?.parse(request.body);
      this.seen.push(request);
      const answered = answer(request);
      return answered instanceof Refusal
        ? responseOf(errorStatuses[answered.body.code], answered.body)
        : responseOf(endpoint.status ?? 200, endpoint.response.parse(answered));
    }
    throw new Error(`Nobody answers ${method} ${url.pathname}`);
  }
}

function paramsIn(path: string, pathname: string): Record<string, string> | null {
  const pattern = path.replace(/[.]/g, '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  return match === null ? null : { ...match.groups };
}

function bodyOf(body: BodyInit | null | undefined): unknown {
  if (typeof body === 'string') return JSON.parse(body);
  return body ?? undefined;
}

/** jsdom has no Response; the client uses these. Files are answered as bytes. */
function responseOf(status: number, body: unknown): Response {
  return {
    ok: status < 400,
    status,
    arrayBuffer: () => Promise.resolve(body instanceof Uint8Array ? body.slice().buffer : new ArrayBuffer()),
    text: () => Promise.resolve(JSON.stringify(body)),
  } as unknown as Response;
}
