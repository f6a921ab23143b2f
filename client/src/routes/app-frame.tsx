import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { SessionUser } from '@savner/contract/accounts';
import { listCampaigns } from '@savner/contract/campaigns';
import { useSession } from '../features/session/use-session.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { Loaded } from '../ui/loaded.js';
import { Mountains } from '../ui/mountains.js';
import { currentCampaign, rememberCampaign } from './current-campaign.js';
import { FrameTop } from './frame-top.js';
import { SignedInContext } from './signed-in.js';

/** The frame of the signed-in app: who you are, where you can go, and the page. */
export function AppFrame() {
  const session = useSession();
  const { pathname, search } = useLocation();
  return (
    <Loaded reading={session}>
      {({ user }) =>
        user === null ? (
          <Navigate to="/inn" replace state={{ from: pathname + search }} />
        ) : (
          <Frame key={user.id} user={user} />
        )
      }
    </Loaded>
  );
}

function Frame({ user }: { readonly user: SessionUser }) {
  const campaigns = useEndpoint(listCampaigns, {});
  const [, setChosen] = useState('');
  const choose = (campaignId: string) => {
    rememberCampaign(campaignId);
    setChosen(campaignId);
  };
  const all = campaigns.data?.campaigns ?? [];
  const campaign = currentCampaign(all);
  return (
    <div className="frame">
      <FrameTop user={user} campaigns={all} campaign={campaign} onChooseCampaign={choose} />
      <main id="innhold" className="frame__main" tabIndex={-1}>
        <Loaded reading={campaigns}>
          {() => (
            <SignedInContext.Provider value={{ user, campaign }}>
              <Outlet key={campaign?.id ?? 'none'} />
            </SignedInContext.Provider>
          )}
        </Loaded>
      </main>
      <div className="frame__foot">
        <Mountains />
      </div>
    </div>
  );
}
