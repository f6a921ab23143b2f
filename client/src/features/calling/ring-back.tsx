import { useState, type SubmitEvent } from 'react';
import { Button, Details, Textfield } from '@digdir/designsystemet-react';
import { findRingBack, type HeldHousehold } from '@savner/contract/calls';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { useCallContext } from './call-context.js';
import { callingTexts } from './texts.js';
import { useOpenHousehold } from './use-open-household.js';

interface RingBackProps {
  readonly onOpened: (household: HeldHousehold) => void;
}

/** The phone rings: find who it is among those the team has tried, open, and report. */
export function RingBack({ onOpened }: RingBackProps) {
  const say = useTexts(callingTexts);
  const [search, setSearch] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('search') ?? '').trim();
    setProblem(wanted.length < 2 ? say('ringBackShort') : undefined);
    setSearch(wanted.length < 2 ? '' : wanted);
  };
  return (
    <Details className="call-details">
      <Details.Summary>{say('ringBackTitle')}</Details.Summary>
      <Details.Content>
        <form className="stack" role="search" onSubmit={find} noValidate>
          <Textfield
            name="search"
            label={say('ringBackLabel')}
            description={say('ringBackHint')}
            autoComplete="off"
            error={problem}
          />
          <Button type="submit" variant="secondary">
            {say('ringBackSearch')}
          </Button>
        </form>
        {search === '' ? null : <Found search={search} onOpened={onOpened} />}
      </Details.Content>
    </Details>
  );
}

function Found({ search, onOpened }: RingBackProps & { readonly search: string }) {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const found = useEndpoint(findRingBack, { params: { campaignId }, query: { search } });
  const opening = useOpenHousehold('rang_back', onOpened);
  return (
    <Loaded reading={found}>
      {({ households }) => (
        <div role="status">
          {households.length === 0 ? (
            <p>{say('ringBackNone', { search })}</p>
          ) : (
            <ul className="plain-list call-list">
              {households.map(({ householdId, title, place, lastTriedAt }) => (
                <li key={householdId}>
                  <span>
                    <strong>{title}</strong> {place}
                    <span className="quiet">
                      {' '}
                      {say('ringBackTried', { moment: formatMoment(lastTriedAt) })}
                    </span>
                  </span>
                  <Button variant="secondary" onClick={() => opening.open(householdId)}>
                    {say('ringBackOpen')}
                    <span className="ds-sr-only"> {title}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {opening.error === null ? null : <Problem error={opening.error} />}
        </div>
      )}
    </Loaded>
  );
}
