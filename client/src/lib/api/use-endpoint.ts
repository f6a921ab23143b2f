import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Endpoint, RequestOf, ResponseOf } from '@savner/contract/endpoint';
import { perform } from './call.js';

interface ReadOptions {
  /** Milliseconds between re-reads while the page is open; 0 or left out for none. */
  readonly every?: number;
  /** False holds the reading back until something it needs is known. */
  readonly when?: boolean;
}

/** Reads an endpoint and keeps the answer; the same request elsewhere on the page shares it. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  options: ReadOptions = {},
) {
  return useQuery<ResponseOf<E>>({
    queryKey: [endpoint.path, request],
    queryFn: () => callWith(endpoint, request),
    refetchInterval: options.every ?? false,
    enabled: options.when ?? true,
  });
}

/** Reads one endpoint by several requests at once, each kept as `useEndpoint` keeps it. */
export function useEndpoints<E extends Endpoint>(endpoint: E, requests: readonly RequestOf<E>[]) {
  return useQueries({
    queries: requests.map((request) => ({
      queryKey: [endpoint.path, request] as const,
      queryFn: (): Promise<ResponseOf<E>> => callWith(endpoint, request),
    })),
  });
}

/** Sends to an endpoint; afterwards everything read from `refreshes` is read again. */
export function useSend<E extends Endpoint>(endpoint: E, refreshes: readonly Endpoint[] = []) {
  const queries = useQueryClient();
  return useMutation<ResponseOf<E>, Error, RequestOf<E>>({
    mutationFn: (request) => callWith(endpoint, request),
    onSuccess: () =>
      Promise.all(refreshes.map((stale) => queries.invalidateQueries({ queryKey: [stale.path] }))),
  });
}

function callWith<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<ResponseOf<E>> {
  return perform(endpoint, request) as Promise<ResponseOf<E>>;
}
