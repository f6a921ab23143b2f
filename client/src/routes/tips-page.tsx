import { Link } from 'react-router';
import { Button } from '@digdir/designsystemet-react';
import { TipList } from '../features/tips/tip-list.js';
import { tipTexts } from '../features/tips/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function TipsPage() {
  const say = useTexts(tipTexts);
  return (
    <WithCampaign>
      {(campaign) => (
        <Page
          title={say('title')}
          intro={say('intro')}
          width="wide"
          actions={
            <>
              <Button asChild>
                <Link to="/tips/nytt">{say('enterLink')}</Link>
              </Button>
              <Button asChild variant="secondary">
                <Link to="/tips/liste">{say('importLink')}</Link>
              </Button>
            </>
          }
        >
          <TipList campaign={campaign} tipPath={(tipId) => `/tips/${tipId}`} />
        </Page>
      )}
    </WithCampaign>
  );
}
