import { Link, useNavigate, useSearchParams } from 'react-router';
import { listMunicipalities, type Campaign } from '@savner/contract/campaigns';
import { EditCampaign } from '../features/campaign/edit-campaign.js';
import { NewCampaign } from '../features/campaign/new-campaign.js';
import { CardImagesPanel } from '../features/card-images/card-images-panel.js';
import { campaignTexts } from '../features/campaign/texts.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { rememberCampaign } from './current-campaign.js';
import { useSignedIn } from './signed-in.js';

/** `/app/kampanje`: the campaign being worked on; `?ny=1` makes another. */
export function CampaignPage() {
  const { campaign } = useSignedIn();
  const [parameters] = useSearchParams();
  return campaign === null || parameters.has('ny') ? (
    <MakeCampaign />
  ) : (
    <ChangeCampaign campaign={campaign} />
  );
}

function MakeCampaign() {
  const say = useTexts(campaignTexts);
  const register = useEndpoint(listMunicipalities, {});
  const navigate = useNavigate();
  const made = (campaign: Campaign) => {
    rememberCampaign(campaign.id);
    void navigate('/kampanje', { replace: true });
  };
  return (
    <Page title={say('newTitle')} intro={say('newIntro')}>
      <Loaded reading={register}>
        {({ municipalities }) => <NewCampaign register={municipalities} onMade={made} />}
      </Loaded>
    </Page>
  );
}

function ChangeCampaign({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(campaignTexts);
  const register = useEndpoint(listMunicipalities, {});
  return (
    <Page
      title={say('title')}
      actions={
        <Link className="ds-link" to="/kampanje?ny=1">
          {say('newLink')}
        </Link>
      }
    >
      <Loaded reading={register}>
        {({ municipalities }) => (
          <div className="stack">
            <EditCampaign campaign={campaign} register={municipalities} />
            <CardImagesPanel campaign={campaign} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
