import { Link } from 'react-router';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { navigationTexts } from './navigation-texts.js';
import { startPathFor } from './pages.js';
import { useSignedIn } from './signed-in.js';

export function NotFoundPage() {
  const say = useTexts(navigationTexts);
  const { user } = useSignedIn();
  return (
    <Page title={say('notFound')} intro={say('notFoundIntro')} width="narrow">
      <p>
        <Link to={startPathFor(user.roles)} className="ds-link">
          {say('toStart')}
        </Link>
      </p>
    </Page>
  );
}
