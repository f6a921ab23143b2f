import { useState } from 'react';
import { Link, NavLink } from 'react-router';
import { Button, Field, Label, Select, SkipLink } from '@digdir/designsystemet-react';
import type { SessionUser } from '@savner/contract/accounts';
import type { Campaign } from '@savner/contract/campaigns';
import { LanguageSwitch } from '../features/session/language.js';
import { useSignOut } from '../features/session/use-session.js';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Problem } from '../ui/problem.js';
import { Wordmark } from '../ui/wordmark.js';
import { useChooseLanguage } from './choose-language.js';
import { menuTexts } from './navigation-texts.js';
import { pagesFor, startPathFor } from './pages.js';

interface FrameTopProps {
  readonly user: SessionUser;
  readonly campaigns: readonly Campaign[];
  readonly campaign: Campaign | null;
  readonly onChooseCampaign: (campaignId: string) => void;
}

export function FrameTop({ user, campaigns, campaign, onChooseCampaign }: FrameTopProps) {
  const say = useTexts(commonTexts);
  const leave = useSignOut();
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <header className="frame__top">
      <SkipLink href="#innhold">{say('skipToContent')}</SkipLink>
      <div className="frame__bar">
        <Link to={startPathFor(user.roles)} className="frame__home">
          <Wordmark name={say('productName')} />
        </Link>
        <Menu user={user} />
        <div className="frame__person">
          {campaigns.length > 1 && campaign !== null ? (
            <CampaignChoice campaigns={campaigns} campaign={campaign} onChoose={onChooseCampaign} />
          ) : null}
          <span className="frame__who">{user.name}</span>
          <LanguageSwitch onChoose={useChooseLanguage()} />
          <Button variant="secondary" data-size="sm" onClick={() => void leave().catch(setProblem)}>
            {say('signOut')}
          </Button>
        </div>
      </div>
      {problem === null ? null : <Problem error={problem} />}
    </header>
  );
}

function Menu({ user }: { readonly user: SessionUser }) {
  const say = useTexts(commonTexts);
  const sayMenu = useTexts(menuTexts);
  const wholeRegion = startPathFor(user.roles) === '/';
  return (
    <nav className="nav" aria-label={say('mainNavigation')}>
      <ul>
        {wholeRegion ? (
          <li>
            <NavLink to="/" end className="nav__link">
              {sayMenu('start')}
            </NavLink>
          </li>
        ) : null}
        {pagesFor(user.roles).map(({ path, menu }) =>
          menu === null ? null : (
            <li key={path}>
              <NavLink to={`/${path}`} className="nav__link">
                {sayMenu(menu)}
              </NavLink>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

interface CampaignChoiceProps {
  readonly campaigns: readonly Campaign[];
  readonly campaign: Campaign;
  readonly onChoose: (campaignId: string) => void;
}

function CampaignChoice({ campaigns, campaign, onChoose }: CampaignChoiceProps) {
  const say = useTexts(commonTexts);
  return (
    <Field data-size="sm">
      <Label className="ds-sr-only">{say('campaign')}</Label>
      <Select value={campaign.id} onChange={(event) => onChoose(event.target.value)}>
        {campaigns.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
