import { Heading } from '@digdir/designsystemet-react';
import type { HeldHousehold } from '@savner/contract/calls';
import { formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { callingTexts } from './texts.js';

/** What has been tried before, the newest first. */
export function EarlierCalls({ earlier }: Pick<HeldHousehold, 'earlier'>) {
  const say = useTexts(callingTexts);
  if (earlier.length === 0) return null;
  return (
    <section>
      <Heading level={3} data-size="2xs">
        {say('earlierTitle')}
      </Heading>
      <ul className="plain-list call-earlier">
        {earlier.map(({ at, attempt, result, callerName, note }) => (
          <li key={at}>
            <strong>{result === null ? say(`attempt.${attempt}`) : say(`result.${result}`)}</strong>{' '}
            <span className="quiet">
              {say('earlierLine', { moment: formatMoment(at), caller: callerName })}
            </span>
            {note === '' ? null : <p>{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
