import { ImportFlow } from '../features/tips/import-flow.js';
import { ImportHistory } from '../features/tips/import-history.js';
import { tipTexts } from '../features/tips/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function TipImportPage() {
  const say = useTexts(tipTexts);
  return (
    <WithCampaign>
      {(campaign) => (
        <Page title={say('importTitle')} intro={say('importIntro')} width="wide">
          <ImportFlow campaign={campaign} tipsPath="/tips" />
          <ImportHistory campaign={campaign} />
        </Page>
      )}
    </WithCampaign>
  );
}
