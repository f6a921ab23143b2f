import { Link } from 'react-router';
import { DuplicateReview } from '../features/people/duplicate-review.js';
import { matchTexts } from '../features/people/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function DuplicatesPage() {
  const say = useTexts(matchTexts);
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
          <DuplicateReview campaign={campaign} />
        </Page>
      )}
    </WithCampaign>
  );
}
