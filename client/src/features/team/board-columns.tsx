import { useState } from 'react';
import { Button, Heading } from '@digdir/designsystemet-react';
import { caseStates, type BoardCard, type CaseState } from '@savner/contract/call-board';
import { formatDate, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { blockWords, holderWords, lastWords, warnings } from './board-words.js';
import { CardActions } from './card-actions.js';
import { teamTexts } from './texts.js';

const shownAtFirst = 8;

interface BoardColumnsProps {
  readonly campaignId: string;
  readonly cards: readonly BoardCard[];
  readonly onChosen: () => void;
}

/** A column for each state that has someone; on a phone they stand under each other. */
export function BoardColumns({ campaignId, cards, onChosen }: BoardColumnsProps) {
  const filled = caseStates
    .map((state) => ({ state, own: cards.filter((card) => card.state === state) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className="board">
      {filled.map(({ state, own }) => (
        <Column key={state} state={state} cards={own} {...{ campaignId, onChosen }} />
      ))}
    </div>
  );
}

function Column({ state, cards, campaignId, onChosen }: BoardColumnsProps & { readonly state: CaseState }) {
  const say = useTexts(teamTexts);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? cards : cards.slice(0, shownAtFirst);
  return (
    <section className="board__column" data-state={state} aria-labelledby={`column-${state}`}>
      <div className="board__head">
        <Heading level={2} data-size="2xs" id={`column-${state}`}>
          {say(`state.${state}`)}
        </Heading>
        <span className="board__count">{formatNumber(cards.length)}</span>
      </div>
      <ul className="plain-list board__cards">
        {shown.map((card) => (
          <li key={card.householdId} className="board__card">
            <Card card={card} {...{ campaignId, onChosen }} />
          </li>
        ))}
      </ul>
      {cards.length > shown.length ? (
        <Button variant="tertiary" data-size="sm" onClick={() => setIsWhole(true)}>
          {say('showAll', { count: cards.length })}
          <span className="ds-sr-only"> {say(`state.${state}`)}</span>
        </Button>
      ) : null}
    </section>
  );
}

interface CardProps {
  readonly card: BoardCard;
  readonly campaignId: string;
  readonly onChosen: () => void;
}

function Card({ card, campaignId, onChosen }: CardProps) {
  const say = useTexts(teamTexts);
  const { title, place, block, state, informBy } = card;
  const lines = [
    block === null || state === 'held' ? '' : blockWords(block, say),
    holderWords(card, say),
    lastWords(card, say),
    block?.reason === 'not_informed' ? say('informBy', { date: formatDate(informBy) }) : '',
  ].filter((line) => line !== '');
  return (
    <>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {place === null ? null : <p className="quiet">{place}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {warnings(card, say).map((warning) => (
        <p key={warning} className="board__warning">
          {warning}
        </p>
      ))}
      <CardActions {...{ campaignId, card, onChosen }} />
    </>
  );
}
