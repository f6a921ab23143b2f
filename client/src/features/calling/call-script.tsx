import { Details } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { useCallContext } from './call-context.js';
import { callingTexts } from './texts.js';

interface CallScriptProps {
  readonly person: string | null;
  /** Whether they have been sent a card, which one may ask about. */
  readonly hasCard?: boolean;
}

/** Something to lean on, not to read out. */
export function CallScript({ person, hasCard = true }: CallScriptProps) {
  const say = useTexts(callingTexts);
  const { callerName, municipalityName } = useCallContext();
  return (
    <Details className="call-script" defaultOpen={person !== null && window.innerWidth > 900}>
      <Details.Summary>{say('scriptTitle')}</Details.Summary>
      <Details.Content>
        <ul>
          <li>
            {say('script.hello', {
              caller: callerName,
              municipality: municipalityName,
              person: person ?? '…',
            })}
          </li>
          <li>{hasCard ? say('script.why') : say('script.whyNoCard')}</li>
          <li>{say('script.ask')}</li>
          <li>{say('script.offer')}</li>
          <li>{say('script.no')}</li>
          <li>{say('script.source')}</li>
        </ul>
      </Details.Content>
    </Details>
  );
}
