import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { getSession } from '@savner/contract/accounts';
import { ApiError, ConnectionError } from './api-error.js';

/**
 * The store of everything read from the server. Lost connections are tried again, refusals are not;
 * when an answer says that the session has ended, the session is read again, and the frame shows the door.
 */
export function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.code === 'not_signed_in') {
      void queries.invalidateQueries({ queryKey: [getSession.path] });
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always',
        retry: (failures, error) => error instanceof ConnectionError && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
