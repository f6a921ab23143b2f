import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestContext {
  readonly requestId: string;
}

/** Lets every log line of a request or a job carry its id without passing it through the calls. */
export const requestContext = new AsyncLocalStorage<RequestContext>();
