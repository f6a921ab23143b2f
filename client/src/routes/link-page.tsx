import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Paragraph } from '@digdir/designsystemet-react';
import { linkToken, readLink, type Session } from '@savner/contract/accounts';
import { OneTimeLink } from '../features/session/one-time-link.js';
import { sessionTexts } from '../features/session/texts.js';
import { useEnter } from '../features/session/use-session.js';
import { useEndpoint } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Loaded } from '../ui/loaded.js';
import { Door } from './door.js';
import { startPathFor } from './pages.js';

/** `/app/lenke#TOKEN`: the token stays behind the #, so that no server log or proxy sees it. */
export function LinkPage() {
  const say = useTexts(sessionTexts);
  const token = linkToken.safeParse(useLocation().hash.slice(1));
  return token.success ? (
    <WholeLink key={token.data} token={token.data} />
  ) : (
    <Door title={say('linkBrokenTitle')}>
      <Paragraph>{say('linkBroken')}</Paragraph>
      <ToSignIn />
    </Door>
  );
}

function WholeLink({ token }: { readonly token: string }) {
  const say = useTexts(sessionTexts);
  const [isUsed, setUsed] = useState(false);
  // Once used, the link is as good as broken: until the next page is there, nobody asks for it again.
  const preview = useEndpoint(readLink, { body: { token } }, { when: !isUsed });
  const enter = useEnter();
  const navigate = useNavigate();
  const entered = (session: Session) => {
    setUsed(true);
    enter(session);
    void navigate(startPathFor(session.user?.roles ?? []), { replace: true });
  };
  return (
    <Door title={preview.isError ? say('linkBrokenTitle') : say('linkTitle')}>
      <Loaded reading={preview}>
        {(data) => <OneTimeLink token={token} preview={data} onEntered={entered} />}
      </Loaded>
      {preview.isError ? <ToSignIn /> : null}
    </Door>
  );
}

function ToSignIn() {
  const say = useTexts(sessionTexts);
  return (
    <Paragraph>
      <Link to="/inn" className="ds-link">
        {say('toSignIn')}
      </Link>
    </Paragraph>
  );
}
