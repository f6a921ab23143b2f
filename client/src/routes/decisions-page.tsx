import { Link } from 'react-router';
import { DecisionHistory } from '../features/people/decision-history.js';
import { matchTexts } from '../features/people/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

const paths = {
  household: (id: string) => `/husstander/${id}`,
  tip: (id: string) => `/tips/${id}`,
};

export function DecisionsPage() {
  const say = useTexts(matchTexts);
  return (
    <WithCampaign>
      {(campaign) => (
        <Page
          title={say('history')}
          intro={say('historyIntro')}
          width="wide"
          actions={
            <Link className="ds-link" to="/dubletter">
              {say('backToReview')}
            </Link>
          }
        >
          <DecisionHistory campaign={campaign} paths={paths} />
        </Page>
      )}
    </WithCampaign>
  );
}
