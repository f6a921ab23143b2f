import { useState, type SubmitEvent } from 'react';
import { Button, Details, Textfield } from '@digdir/designsystemet-react';
import {
  freeHousehold,
  getBoard,
  openByHand,
  returnToQueue,
  type BoardCard,
} from '@savner/contract/call-board';
import { chooseHousehold, getCallerStatus } from '@savner/contract/calls';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import { teamTexts } from './texts.js';

interface CardActionsProps {
  readonly campaignId: string;
  readonly card: BoardCard;
  /** The household is in the hand now: the calling screen has it. */
  readonly onChosen: () => void;
}

/** What this person may do with this household; the server has said so. */
export function CardActions({ campaignId, card, onChosen }: CardActionsProps) {
  const say = useTexts(teamTexts);
  const choosing = useSend(chooseHousehold, [getCallerStatus, getBoard]);
  const freeing = useSend(freeHousehold, [getBoard]);
  const returning = useSend(returnToQueue, [getBoard]);
  const { householdId, title, can } = card;
  const params = { campaignId, householdId };
  const problem = choosing.error ?? freeing.error ?? returning.error;
  if (can.length === 0) return null;
  return (
    <div className="board-actions">
      {can.includes('choose') ? (
        <Button
          data-size="sm"
          onClick={() => choosing.mutate({ params, body: { because: 'chosen' } }, { onSuccess: onChosen })}
        >
          {say('choose')}
          <span className="ds-sr-only"> {title}</span>
        </Button>
      ) : null}
      {can.includes('return_to_queue') ? (
        <Button variant="secondary" data-size="sm" onClick={() => returning.mutate({ params })}>
          {say('returnToQueue')}
          <span className="ds-sr-only"> {title}</span>
        </Button>
      ) : null}
      {can.includes('free') ? (
        <Confirm
          ask={say('free')}
          question={say('freeQuestion', { name: card.heldBy?.name ?? '' })}
          yes={say('freeYes')}
          onYes={() => freeing.mutate({ params })}
        />
      ) : null}
      {can.includes('open_by_hand') ? <OpenByHand campaignId={campaignId} card={card} /> : null}
      {problem === null ? null : <Problem error={problem} />}
    </div>
  );
}

function OpenByHand({ campaignId, card }: Pick<CardActionsProps, 'campaignId' | 'card'>) {
  const say = useTexts(teamTexts);
  const opening = useSend(openByHand, [getBoard]);
  const [problem, setProblem] = useState<string | undefined>();
  const open = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setProblem(reason.length < 3 ? say('openMissing') : undefined);
    if (reason.length < 3 || opening.isPending) return;
    opening.mutate({ params: { campaignId, householdId: card.householdId }, body: { reason } });
  };
  return (
    <Details data-size="sm" className="board-open">
      <Details.Summary>
        {say('openByHand')}
        <span className="ds-sr-only"> {card.title}</span>
      </Details.Summary>
      <Details.Content>
        <form className="stack stack--tight" onSubmit={open} noValidate>
          <Textfield
            name="reason"
            label={say('openReason')}
            description={say('openReasonHint')}
            maxLength={300}
            autoComplete="off"
            error={problem}
          />
          <Button type="submit" data-size="sm">
            {say('openYes')}
          </Button>
          {opening.error === null ? null : <Problem error={opening.error} />}
        </form>
      </Details.Content>
    </Details>
  );
}
