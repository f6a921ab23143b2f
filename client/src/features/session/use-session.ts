import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { getSession, signOut, type Session } from '@savner/contract/accounts';
import { call } from '../../lib/api/call.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';

/** Who is signed in; `user` is null when nobody is. */
export function useSession() {
  return useEndpoint(getSession, {});
}

/** After a sign-in: everything known belonged to nobody, or to somebody else. */
export function useEnter(): (session: Session) => void {
  const queries = useQueryClient();
  return (session) => {
    forgetAllBut(queries, session);
  };
}

/** Signs out and forgets everything that was read. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await call(signOut);
    sessionStorage.clear();
    const session = queries.getQueryData<Session>(sessionKey);
    if (session !== undefined) forgetAllBut(queries, { ...session, user: null });
  };
}

const sessionKey = [getSession.path, {}];

function forgetAllBut(queries: QueryClient, session: Session): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSession.path });
  queries.setQueryData(sessionKey, session);
}

/** The server's time when the session was read: the demo lives in a time of its own. */
export function useServerNow(): string {
  const { data } = useSession();
  return data?.now ?? new Date().toISOString();
}
