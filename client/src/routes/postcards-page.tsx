import { Link } from 'react-router';
import { BatchList } from '../features/postcards/batch-list.js';
import { NewBatch } from '../features/postcards/new-batch.js';
import { postcardTexts } from '../features/postcards/texts.js';
import { useServerNow } from '../features/session/use-session.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

const returnedPath = '/kort/retur';

export function PostcardsPage() {
  const say = useTexts(postcardTexts);
  const now = useServerNow();
  return (
    <WithCampaign>
      {(campaign) => (
        <Page
          title={say('title')}
          intro={say('intro')}
          actions={
            <Link className="ds-link" to={returnedPath}>
              {say('toReturned')}
            </Link>
          }
        >
          <NewBatch campaign={campaign} householdPath={(id) => `/husstander/${id}`} />
          <BatchList campaign={campaign} now={now} returnedPath={returnedPath} />
        </Page>
      )}
    </WithCampaign>
  );
}
