import { Link } from 'react-router';
import { CallContext } from '../features/calling/call-context.js';
import { CallingRoom } from '../features/calling/calling-room.js';
import { callingTexts } from '../features/calling/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

/** `/app/ring`: the caller's one screen. */
export function CallingPage() {
  const say = useTexts(callingTexts);
  return (
    <WithCampaign>
      {({ id, municipalities, region, settings }, user) => {
        const municipality =
          municipalities.find(({ number }) => number === user.municipality)?.name ?? region;
        const isMayor = user.roles.includes('mayor');
        const value = {
          campaignId: id,
          userId: user.id,
          callerName: user.name,
          municipalityName: municipality,
        };
        return (
          <Page
            title={say('greeting', { name: user.name })}
            intro={say('greetingIntro', { municipality })}
            actions={
              settings.callersMayChoose || isMayor ? (
                <Link to="/lag" className="ds-link">
                  {say('choose')}
                </Link>
              ) : null
            }
          >
            <CallContext.Provider value={value}>
              <CallingRoom />
            </CallContext.Provider>
          </Page>
        );
      }}
    </WithCampaign>
  );
}
