import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { Campaign, ParticipatingMunicipality } from '@savner/contract/campaigns';
import { teamTexts } from '../features/team/texts.js';
import { useAddress } from '../lib/address/use-address.js';
import { municipalityChoices } from '../lib/municipalities.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { SelectField } from '../ui/select-field.js';
import { useSignedIn } from './signed-in.js';
import { WithCampaign } from './with-campaign.js';

const parts = [
  { path: '/lag', text: 'board' },
  { path: '/lag/deling', text: 'divide' },
  { path: '/lag/folk', text: 'members' },
] as const;

interface TeamFrameProps {
  readonly children: (campaign: Campaign, municipality: ParticipatingMunicipality) => ReactNode;
}

/** The three parts of the leader's room; those with the whole region choose the municipality. */
export function TeamFrame({ children }: TeamFrameProps) {
  return <WithCampaign>{(campaign) => <Parts campaign={campaign}>{children}</Parts>}</WithCampaign>;
}

function Parts({ campaign, children }: TeamFrameProps & { readonly campaign: Campaign }) {
  const say = useTexts(teamTexts);
  const { user } = useSignedIn();
  const { get, change } = useAddress();
  const wanted = user.municipality ?? get('kommune');
  const municipality =
    campaign.municipalities.find(({ number }) => number === wanted) ?? campaign.municipalities[0];
  if (municipality === undefined) return null;
  const leads = user.roles.some((role) => role === 'mayor' || role === 'coordinator' || role === 'admin');
  const query = user.municipality === null ? `?kommune=${municipality.number}` : '';
  return (
    <Page
      title={say('title', { municipality: municipality.name })}
      intro={leads ? say('intro') : say('introCaller')}
      width="wide"
      actions={
        user.municipality === null ? (
          <SelectField
            size="sm"
            label={say('municipality')}
            value={municipality.number}
            onChange={(kommune) => change({ kommune })}
            choices={municipalityChoices(campaign.municipalities)}
          />
        ) : null
      }
    >
      {leads ? (
        <nav className="parts" aria-label={say('parts')}>
          {parts.map(({ path, text }) => (
            <NavLink key={path} to={`${path}${query}`} end className="nav__link">
              {say(text)}
            </NavLink>
          ))}
        </nav>
      ) : null}
      {children(campaign, municipality)}
    </Page>
  );
}
