import { listFollowUps } from '@savner/contract/hosting';
import type { ParticipatingMunicipality } from '@savner/contract/campaigns';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { SelectField } from '../../ui/select-field.js';
import { FollowUpCard } from './follow-up-card.js';
import { hostingTexts } from './texts.js';

interface FollowUpListProps {
  readonly campaignId: string;
  readonly municipalities: readonly ParticipatingMunicipality[];
}

/** Those who want to hear more, the most urgent first. */
export function FollowUpList({ campaignId, municipalities }: FollowUpListProps) {
  const say = useTexts(hostingTexts);
  const { get, change } = useAddress();
  const show = get('vis') === 'alle' ? 'all' : 'open';
  const reading = useEndpoint(listFollowUps, { params: { campaignId }, query: { show } });
  const nameOf = (number: string) => municipalityName(municipalities, number);
  return (
    <div className="stack">
      <div className="row">
        <SelectField
          size="sm"
          label={say('show')}
          value={show}
          onChange={(value) => change({ vis: value === 'all' ? 'alle' : '' })}
          choices={[
            { value: 'open', label: say('show.open') },
            { value: 'all', label: say('show.all') },
          ]}
        />
      </div>
      <Loaded reading={reading}>
        {({ followUps }) =>
          followUps.length === 0 ? (
            <EmptyState title={say('emptyTitle')}>{say('empty')}</EmptyState>
          ) : (
            <ul className="plain-list stack">
              {followUps.map((followUp) => (
                <li key={followUp.id}>
                  <FollowUpCard
                    campaignId={campaignId}
                    followUp={followUp}
                    municipalityName={nameOf(followUp.municipality)}
                    onStale={() => void reading.refetch()}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
