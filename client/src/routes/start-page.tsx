import { Link, Navigate } from 'react-router';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { menuTexts, navigationTexts } from './navigation-texts.js';
import { pagesFor, startPathFor } from './pages.js';
import { useSignedIn } from './signed-in.js';

/** Sends each role to its own work; those with the whole region get the rooms to choose from. */
export function StartPage() {
  const say = useTexts(navigationTexts);
  const sayMenu = useTexts(menuTexts);
  const { user } = useSignedIn();
  const start = startPathFor(user.roles);
  if (start !== '/') return <Navigate to={start} replace />;
  return (
    <Page title={say('startGreeting', { name: user.name })} intro={say('startIntro')}>
      <ul className="grid plain-list">
        {pagesFor(user.roles).map(({ path, menu }) =>
          menu === null ? null : (
            <li key={path}>
              <Link to={`/${path}`} className="link-card">
                <strong>{sayMenu(menu)}</strong>
              </Link>
            </li>
          ),
        )}
      </ul>
    </Page>
  );
}
