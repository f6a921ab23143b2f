import { Button, Heading } from '@digdir/designsystemet-react';
import type { CallerStatus, HeldHousehold } from '@savner/contract/calls';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { callingTexts } from './texts.js';
import { useOpenHousehold } from './use-open-household.js';

interface CallbacksProps {
  readonly callbacks: CallerStatus['callbacks'];
  readonly onOpened: (household: HeldHousehold) => void;
}

/** Calls that were agreed, the caller's own and the team's. */
export function Callbacks({ callbacks, onOpened }: CallbacksProps) {
  const say = useTexts(callingTexts);
  const opening = useOpenHousehold('chosen', onOpened);
  if (callbacks.length === 0) return null;
  return (
    <section className="panel call-panel">
      <Heading level={2} data-size="xs">
        {say('callbacksTitle')}
      </Heading>
      <ul className="plain-list call-list">
        {callbacks.map(({ householdId, title, at, owner, isMine }) => (
          <li key={householdId}>
            <span>
              <strong>{title}</strong> {formatMoment(at)}
              {isMine || owner === null ? null : (
                <span className="quiet"> ({say('callbackOwner', { name: owner })})</span>
              )}
            </span>
            <Button variant="secondary" onClick={() => opening.open(householdId)}>
              {say('callNow')}
              <span className="ds-sr-only"> {title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {opening.error === null ? null : <Problem error={opening.error} />}
    </section>
  );
}
