import { Link } from 'react-router';
import { DuplicateReview } from '../features/people/duplicate-review.js';
import { matchTexts } from '../features/people/texts.js';
import { useServerNow } from '../features/session/use-session.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { useSignedIn } from './signed-in.js';
import { WithCampaign } from './with-campaign.js';

export function DuplicatesPage() {
  const say = useTexts(matchTexts);
  const { user } = useSignedIn();
  const now = useServerNow();
  return (
    <WithCampaign>
      {(campaign) => (
        <Page
          title={say('title')}
          intro={say('intro')}
          width="wide"
          actions={
            <Link className="ds-link" to="/dubletter/avgjort">
              {say('historyLink')}
            </Link>
          }
        >
          <DuplicateReview campaign={campaign} userId={user.id} now={now} />
        </Page>
      )}
    </WithCampaign>
  );
}
