import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { ReviewPair } from '@savner/contract/people';
import { formatPhone, formatShare } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Facts } from '../../ui/facts.js';
import { addressLines } from './address-lines.js';
import { Explanation } from './explanation.js';
import { FieldTable } from './field-table.js';
import { matchTexts } from './texts.js';

interface PairViewProps {
  readonly campaign: Campaign;
  readonly pair: ReviewPair;
}

/** The two records side by side, why they were put together, and what they would become. */
export function PairView({ campaign, pair }: PairViewProps) {
  const say = useTexts(matchTexts);
  const sure = pair.probability >= 0.995;
  return (
    <div className="columns">
      <section className="stack stack--tight">
        <FieldTable campaign={campaign} pair={pair} />
      </section>
      <div className="sections">
        <section className="panel" aria-labelledby="pair-why">
          <div className="row">
            <Heading level={3} data-size="xs" id="pair-why">
              {say('why')}
            </Heading>
            <Tag data-color="info">
              {sure ? say('nearlySure') : say('likely', { share: formatShare(pair.probability) })}
            </Tag>
          </div>
          <Explanation lines={pair.explanation} />
        </section>
        <Merged campaign={campaign} merged={pair.merged} />
      </div>
    </div>
  );
}

function Merged({
  campaign,
  merged,
}: {
  readonly campaign: Campaign;
  readonly merged: ReviewPair['merged'];
}) {
  const say = useTexts(matchTexts);
  const address = addressLines(merged.address);
  return (
    <section className="panel" aria-labelledby="pair-merged">
      <Heading level={3} data-size="xs" id="pair-merged">
        {say('merged')}
      </Heading>
      <Paragraph>
        <strong>{merged.displayName}</strong>
      </Paragraph>
      <Facts
        facts={[
          { label: say('namesOnCard'), value: merged.namesOnCard.join('\n') },
          { label: say('address'), value: address === '' ? say('noAddress') : address },
          {
            label: say('phones'),
            value: merged.phones
              .map(({ number, state }) => formatPhone(number) + (state === 'dead' ? ` (${say('dead')})` : ''))
              .join('\n'),
          },
          { label: say('emails'), value: merged.emails.join('\n') },
          {
            label: say('missedBy'),
            value: `${municipalityName(campaign.municipalities, merged.municipality)}, ${say('tips', { count: merged.tipCount })}`,
          },
        ]}
      />
    </section>
  );
}
