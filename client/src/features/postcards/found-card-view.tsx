import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import { downloadCard, findCards, listBatches, undoReturn, type FoundCard } from '@savner/contract/postcards';
import { addressOf } from '../../lib/api/call.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatDate } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { Problem } from '../../ui/problem.js';
import { ReturnForm } from './return-form.js';
import type { ReturnedCardsPaths } from './returned-paths.js';
import { returnTexts } from './texts.js';

const colors = {
  in_batch: 'info',
  posted: 'success',
  returned: 'warning',
  withdrawn: 'neutral',
  erased: 'neutral',
} as const;

interface FoundCardViewProps {
  readonly campaign: Campaign;
  readonly card: FoundCard;
  /** As a date box has it. */
  readonly today: string;
  readonly paths: ReturnedCardsPaths;
}

/** One card that was looked for, and what can be done with it as it stands. */
export function FoundCardView({ campaign, card, today, paths }: FoundCardViewProps) {
  const say = useTexts(returnTexts);
  const kept = useKeptFocus<HTMLElement>();
  const [isAsking, setAsking] = useState(false);
  const params = { campaignId: campaign.id, cardId: card.id };
  const undoing = useSend(undoReturn, [findCards, listBatches, getToday]);
  const undo = () => {
    setAsking(false);
    undoing.mutate({ params });
  };
  const [name = say('erasedCard'), ...lines] = card.addressLines;
  const isPrinted = card.state === 'in_batch' || card.state === 'posted';
  return (
    <article className="panel" aria-labelledby={`card-${card.id}`} {...kept}>
      <div className="row">
        <Heading level={2} data-size="xs" id={`card-${card.id}`}>
          {name}
        </Heading>
        <Tag data-color={colors[card.state]}>{say(`state.${card.state}`)}</Tag>
      </div>
      {lines.length === 0 ? null : <p className="address-lines">{lines.join('\n')}</p>}
      <Paragraph className="quiet">
        {say('where', {
          batch: card.batchNumber,
          position: card.position,
          municipality: municipalityName(campaign.municipalities, card.municipality),
        })}
        {card.postedOn === null ? '' : ` · ${say('postedOn', { date: formatDate(card.postedOn) })}`}
      </Paragraph>
      <div role="status">
        {card.state === 'returned' ? <HasReturned card={card} /> : null}
        {card.state === 'posted' && undoing.isSuccess ? <Paragraph>{say('undone')}</Paragraph> : null}
      </div>
      {card.state === 'erased' ? <Paragraph>{say('erased')}</Paragraph> : null}
      {card.state === 'in_batch' ? (
        <Paragraph>
          {say('notPosted')}{' '}
          <Link className="ds-link" to={paths.batches}>
            {say('toBatches')}
          </Link>
        </Paragraph>
      ) : null}
      {card.state === 'posted' && isAsking ? (
        <ReturnForm {...{ params, today }} onDone={() => setAsking(false)} />
      ) : null}
      {undoing.error === null ? null : <Problem error={undoing.error} />}
      <div className="row">
        {card.state === 'posted' && !isAsking ? (
          <Button data-size="sm" onClick={() => setAsking(true)}>
            {say('cameBack')}
            <span className="ds-sr-only"> {name}</span>
          </Button>
        ) : null}
        {card.state === 'returned' && card.householdId !== null ? (
          <Button asChild data-size="sm">
            <Link to={paths.household(card.householdId)}>{say('mend')}</Link>
          </Button>
        ) : null}
        {card.state === 'returned' ? (
          <Button variant="tertiary" data-size="sm" onClick={undo}>
            {say('undo')}
          </Button>
        ) : null}
        {isPrinted && !isAsking ? (
          <Button asChild variant="secondary" data-size="sm">
            <a href={addressOf(downloadCard, params)}>{say('printAgain')}</a>
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function HasReturned({ card: { returnedOn, returnReason } }: Pick<FoundCardViewProps, 'card'>) {
  const say = useTexts(returnTexts);
  if (returnedOn === null) return null;
  const reason = say(`reason.${returnReason ?? 'other'}`).toLowerCase();
  return (
    <>
      <Paragraph>
        <strong>{say('returned', { date: formatDate(returnedOn), reason })}</strong>
      </Paragraph>
      <Paragraph>{say('returnedNext')}</Paragraph>
    </>
  );
}
