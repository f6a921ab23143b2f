import { useState } from 'react';
import { Details } from '@digdir/designsystemet-react';
import { roles } from '@savner/contract/accounts';
import { listMunicipalities } from '@savner/contract/campaigns';
import { InviteForm } from '../features/access/invite-form.js';
import { OneTimeLink, type ShownLink } from '../features/access/one-time-link.js';
import { accessTexts } from '../features/access/texts.js';
import { UserList } from '../features/access/user-list.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { useSignedIn } from './signed-in.js';

export function AccessPage() {
  const say = useTexts(accessTexts);
  const { user } = useSignedIn();
  const register = useEndpoint(listMunicipalities, {});
  const [link, setLink] = useState<ShownLink | null>(null);
  const offered = user.roles.includes('admin') ? roles : roles.filter((role) => role !== 'admin');
  return (
    <Page title={say('title')} intro={say('intro')} width="wide">
      {link === null ? null : <OneTimeLink link={link} onDone={() => setLink(null)} />}
      <Loaded reading={register}>
        {({ municipalities }) => (
          <>
            <Details>
              <Details.Summary>{say('invite')}</Details.Summary>
              <Details.Content>
                <p className="quiet">{say('inviteIntro')}</p>
                <InviteForm municipalities={municipalities} offered={offered} onInvited={setLink} />
              </Details.Content>
            </Details>
            <UserList municipalities={municipalities} selfId={user.id} onLink={setLink} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
