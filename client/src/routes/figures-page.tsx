import { FiguresView } from '../features/insight/figures-view.js';
import { insightTexts } from '../features/insight/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function FiguresPage() {
  const say = useTexts(insightTexts);
  return (
    <WithCampaign>
      {(campaign) => (
        <Page title={say('figuresTitle')} intro={say('figuresIntro')} width="wide">
          <FiguresView campaign={campaign} />
        </Page>
      )}
    </WithCampaign>
  );
}
