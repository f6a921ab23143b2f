import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { getCallsOverview, listMessages, returnToQueue, type CallMessage } from '@savner/contract/call-board';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatMoment } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { insightTexts } from './texts.js';

const readEvery = 15_000;

interface MessagesProps {
  readonly campaign: Campaign;
  readonly householdPath: (householdId: string) => string;
}

/** What the callers ask the coordinator, and the way to say that it is solved. Nothing is shown while nobody asks. */
export function MessagesToCoordinator({ campaign, householdPath }: MessagesProps) {
  const say = useTexts(insightTexts);
  const [returned, setReturned] = useState('');
  const params = { campaignId: campaign.id };
  const { data } = useEndpoint(listMessages, { params }, { every: readEvery });
  const returning = useSend(returnToQueue, [listMessages, getCallsOverview, getToday]);
  const messages = data?.messages ?? [];
  const solve = ({ householdId, title }: CallMessage) =>
    returning.mutate(
      { params: { ...params, householdId } },
      { onSuccess: () => setReturned(say('messageReturned', { title })) },
    );
  return (
    <section
      className="stack"
      aria-labelledby="call-messages"
      hidden={messages.length === 0 && returned === ''}
    >
      <div>
        <Heading level={2} data-size="sm" id="call-messages">
          {say('messagesTitle')}
        </Heading>
        <Paragraph className="quiet">{say('messagesIntro')}</Paragraph>
      </div>
      <p role="status">{returned}</p>
      {returning.error === null ? null : <Problem error={returning.error} />}
      <ul className="grid plain-list">
        {messages.map((message) => (
          <li key={message.householdId} className="panel">
            <Link className="ds-link" to={householdPath(message.householdId)}>
              {message.title}
            </Link>
            <Paragraph data-size="sm" className="quiet">
              {nameOf(message.municipality)} – {origin(message)}
            </Paragraph>
            {message.message === '' ? null : <Paragraph>«{message.message}»</Paragraph>}
            <Button variant="secondary" data-size="sm" onClick={() => solve(message)}>
              {say('messageSolved')}
              <span className="ds-sr-only"> {message.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );

  function nameOf(number: string): string {
    return municipalityName(campaign.municipalities, number);
  }

  function origin({ why, lastCall }: CallMessage): string {
    if (why !== 'asked' || lastCall === null) return why === 'asked' ? '' : say(`message.${why}`);
    const { at, attempt, result, callerName } = lastCall;
    const what = result === null ? say(`attempt.${attempt}`) : say(`result.${result}`);
    return say('message.asked', { name: callerName, moment: formatMoment(at), what });
  }
}
