import { useState } from 'react';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { InviteForm } from '../features/access/invite-form.js';
import { OneTimeLink, type ShownLink } from '../features/access/one-time-link.js';
import { TeamMembers } from '../features/team/team-members.js';
import { teamTexts } from '../features/team/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { TeamFrame } from './team-frame.js';

/** `/app/lag/folk`: who rings, and inviting one more. */
export function TeamMembersPage() {
  const say = useTexts(teamTexts);
  const [link, setLink] = useState<ShownLink | null>(null);
  return (
    <TeamFrame>
      {({ id }, municipality) => (
        <>
          {link === null ? null : <OneTimeLink link={link} onDone={() => setLink(null)} />}
          <TeamMembers key={municipality.number} campaignId={id} municipality={municipality} />
          <section className="panel">
            <Heading level={2} data-size="xs">
              {say('invite')}
            </Heading>
            <Paragraph>{say('membersIntro')}</Paragraph>
            <InviteForm municipalities={[municipality]} offered={['caller', 'host']} onInvited={setLink} />
          </section>
        </>
      )}
    </TeamFrame>
  );
}
