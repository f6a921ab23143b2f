import { Navigate } from 'react-router';
import { startPathFor } from './pages.js';
import { useSignedIn } from './signed-in.js';
import { TodayPage } from './today-page.js';

/** Sends each role to its own work; those with the whole region see what waits for them. */
export function StartPage() {
  const { user } = useSignedIn();
  const start = startPathFor(user.roles);
  return start === '/' ? <TodayPage /> : <Navigate to={start} replace />;
}
