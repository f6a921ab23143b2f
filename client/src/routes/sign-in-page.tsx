import { Navigate, useLocation } from 'react-router';
import { SignInForm } from '../features/session/sign-in-form.js';
import { sessionTexts } from '../features/session/texts.js';
import { useEnter, useSession } from '../features/session/use-session.js';
import { useTexts } from '../lib/texts/texts.js';
import { Door } from './door.js';
import { startPathFor } from './pages.js';

export function SignInPage() {
  const say = useTexts(sessionTexts);
  const session = useSession();
  const enter = useEnter();
  const from = useCameFrom();
  const user = session.data?.user ?? null;
  if (user !== null) return <Navigate to={from ?? startPathFor(user.roles)} replace />;
  return (
    <Door title={say('signInTitle')} intro={say('signInIntro')}>
      <SignInForm onEntered={enter} />
    </Door>
  );
}

/** The page the person wanted before being asked to sign in; the start page goes by role instead. */
function useCameFrom(): string | null {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from !== '/' ? state.from : null;
}
