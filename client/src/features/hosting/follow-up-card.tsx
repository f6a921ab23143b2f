import { Heading, Tag } from '@digdir/designsystemet-react';
import type { FollowUp } from '@savner/contract/hosting';
import { formatDate } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Facts } from '../../ui/facts.js';
import { FollowUpForm } from './follow-up-form.js';
import { hostingTexts } from './texts.js';

const colors = { moving: 'success', interested: 'brand1', later: 'brand2' } as const;

interface FollowUpCardProps {
  readonly campaignId: string;
  readonly followUp: FollowUp;
  readonly municipalityName: string;
  readonly onStale: () => void;
}

/** One household that wants to hear more: what they want, how to reach them, and how far it has come. */
export function FollowUpCard({ campaignId, followUp, municipalityName, onStale }: FollowUpCardProps) {
  const say = useTexts(hostingTexts);
  const { title, place, result, dueOn, isOverdue, numbers, interests, horizon, callersNote } = followUp;
  return (
    <article className="panel follow-up">
      <div className="row">
        <Tag data-color={colors[result]}>{say(`result.${result}`)}</Tag>
        <span className={isOverdue ? 'follow-up__overdue' : 'quiet'}>
          {isOverdue ? say('overdue', { date: formatDate(dueOn) }) : say('due', { date: formatDate(dueOn) })}
        </span>
      </div>
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      <div className="follow-up__parts">
        <div className="stack">
          <p className="quiet">{[place, municipalityName].filter(Boolean).join(' – ')}</p>
          <div className="row">
            {numbers.map(({ number, shown }) => (
              <a key={number} className="ds-button" data-variant="secondary" href={`tel:${number}`}>
                {say('call', { number: shown })}
              </a>
            ))}
          </div>
          <Facts
            facts={[
              { label: say('wants'), value: interests.map((one) => say(`interests.${one}`)).join(', ') },
              { label: say('when'), value: horizon === null ? '' : say(`horizon.${horizon}`) },
              { label: say('callersNote'), value: callersNote },
            ]}
          />
        </div>
        <FollowUpForm campaignId={campaignId} followUp={followUp} onStale={onStale} />
      </div>
    </article>
  );
}
