import { Link, useParams } from 'react-router';
import { getTip } from '@savner/contract/tips';
import { TipFacts } from '../features/tips/tip-facts.js';
import { tipName } from '../features/tips/tip-name.js';
import { tipTexts } from '../features/tips/texts.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function TipPage() {
  const { tipId = '' } = useParams();
  return <WithCampaign>{(campaign) => <OneTip campaignId={campaign.id} tipId={tipId} />}</WithCampaign>;
}

function OneTip({ campaignId, tipId }: { readonly campaignId: string; readonly tipId: string }) {
  const say = useTexts(tipTexts);
  const reading = useEndpoint(getTip, { params: { campaignId, tipId } });
  const tip = reading.data;
  return (
    <Page
      title={tip === undefined ? say('title') : tipName(tip) || say('noName')}
      width="wide"
      actions={
        <Link to="/tips" className="ds-link">
          {say('toList')}
        </Link>
      }
    >
      <Loaded reading={reading}>{(data) => <TipFacts tip={data} />}</Loaded>
    </Page>
  );
}
