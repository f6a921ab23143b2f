import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { campaignTexts } from './texts.js';

const colors = { draft: 'warning', open: 'success', closed: 'neutral' } as const;

interface CampaignStateProps {
  readonly campaign: Campaign;
  readonly onChange: (state: Campaign['state']) => void;
}

/** Whether the campaign is open, what is missing before it should be, and the way to open or close it. */
export function CampaignState({ campaign, onChange }: CampaignStateProps) {
  const say = useTexts(campaignTexts);
  const { state } = campaign;
  const missing = state === 'closed' ? [] : lacks();
  return (
    <section className="panel">
      <div className="row">
        <Heading level={2} data-size="sm">
          {campaign.name}
        </Heading>
        <Tag data-color={colors[state]}>{say(`state.${state}`)}</Tag>
      </div>
      <Paragraph>{say(`stateIntro.${state}`)}</Paragraph>
      {missing.length === 0 ? null : (
        <div>
          <Heading level={3} data-size="2xs">
            {state === 'draft' ? say('beforeOpen') : say('stillMissing')}
          </Heading>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {state === 'open' ? (
        <Confirm
          tone="danger"
          ask={say('close')}
          question={say('closeQuestion')}
          yes={say('closeYes')}
          onYes={() => onChange('closed')}
        />
      ) : (
        <Confirm
          ask={state === 'draft' ? say('open') : say('reopen')}
          question={say('openQuestion')}
          yes={say('openYes')}
          onYes={() => onChange('open')}
        />
      )}
    </section>
  );

  function lacks(): string[] {
    const { contact, municipalities } = campaign;
    const noContact = contact.name === '' || (contact.email === '' && contact.phone === '');
    const namesOf = (field: 'mayorName' | 'callingFrom') =>
      municipalities.filter((municipality) => municipality[field] === null).map(({ name }) => name);
    const mayors = namesOf('mayorName');
    const numbers = namesOf('callingFrom');
    return [
      ...(noContact ? [say('lack.contact')] : []),
      ...(mayors.length === 0 ? [] : [say('lack.mayors', { names: inWords(mayors) })]),
      ...(numbers.length === 0 ? [] : [say('lack.numbers', { names: inWords(numbers) })]),
    ];
  }
}

const listFormat = new Intl.ListFormat('nb', { type: 'conjunction' });

function inWords(names: readonly string[]): string {
  return listFormat.format(names);
}
