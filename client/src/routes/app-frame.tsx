import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { SessionUser } from '@savner/contract/accounts';
import { listCampaigns } from '@savner/contract/campaigns';
import { useSession } from '../features/session/use-session.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { setServerTime } from '../lib/server-clock.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Mountains } from '../ui/mountains.js';
import { currentCampaign, rememberCampaign } from './current-campaign.js';
import { FrameTop } from './frame-top.js';
import { navigationTexts } from './navigation-texts.js';
import { SignedInContext } from './signed-in.js';

/** The frame of the signed-in app: who you are, where you can go, and the page. */
export function AppFrame() {
  const session = useSession();
  const { pathname, search } = useLocation();
  const now = session.data?.now;
  useEffect(() => {
    if (now !== undefined) setServerTime(now);
  }, [now]);
  return (
    <Loaded reading={session}>
      {({ user, isDemo }) =>
        user === null ? (
          <Navigate to="/inn" replace state={{ from: pathname + search }} />
        ) : (
          <Frame key={user.id} user={user} isDemo={isDemo} />
        )
      }
    </Loaded>
  );
}

/** Above everything, so that nobody takes invented people for real ones. */
function DemoNotice() {
  const say = useTexts(navigationTexts);
  return (
    <aside className="frame__demo" aria-label={say('demoLabel')}>
      {say('demo')}
    </aside>
  );
}

function Frame({ user, isDemo }: { readonly user: SessionUser; readonly isDemo: boolean }) {
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
      {isDemo ? <DemoNotice /> : null}
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
