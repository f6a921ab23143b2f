import { Link } from 'react-router';
import { ReturnedCards } from '../features/postcards/returned-cards.js';
import { returnTexts } from '../features/postcards/texts.js';
import { useServerNow } from '../features/session/use-session.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

const paths = {
  household: (id: string) => `/husstander/${id}`,
  batches: '/kort#partier',
};

export function ReturnedCardsPage() {
  const say = useTexts(returnTexts);
  const now = useServerNow();
  return (
    <WithCampaign>
      {(campaign) => (
        <Page
          title={say('title')}
          intro={say('intro')}
          actions={
            <>
              <Link className="ds-link" to="/kort">
                {say('back')}
              </Link>
              <Link className="ds-link" to="/husstander?steg=sorting&grunn=address_returned">
                {say('waiting')}
              </Link>
            </>
          }
        >
          <ReturnedCards campaign={campaign} now={now} paths={paths} />
        </Page>
      )}
    </WithCampaign>
  );
}
