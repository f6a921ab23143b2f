import type { BoardCard } from '@savner/contract/call-board';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { blockWords, holderWords, lastWords, warnings } from './board-words.js';
import { CardActions } from './card-actions.js';
import { teamTexts } from './texts.js';

interface BoardTableProps {
  readonly campaignId: string;
  readonly municipality: { readonly name: string };
  readonly cards: readonly BoardCard[];
  readonly onChosen: () => void;
}

/** The same board as rows, for screen readers, small screens and those who like tables. */
export function BoardTable({ campaignId, municipality, cards, onChosen }: BoardTableProps) {
  const say = useTexts(teamTexts);
  return (
    <DataTable
      caption={say('caption', { municipality: municipality.name })}
      rows={cards}
      keyOf={({ householdId }) => householdId}
      columns={[
        {
          header: say('who'),
          cell: ({ title, place }) => (place === null ? title : `${title}, ${place}`),
        },
        { header: say('stateColumn'), cell: ({ state }) => say(`state.${state}`) },
        {
          header: say('why'),
          kind: 'sentence',
          cell: (card) =>
            [card.block === null ? '' : blockWords(card.block, say), ...warnings(card, say)]
              .filter(Boolean)
              .join('. '),
        },
        { header: say('whose'), kind: 'sentence', cell: (card) => holderWords(card, say) },
        { header: say('last'), kind: 'sentence', cell: (card) => lastWords(card, say) },
        { header: say('actions'), cell: (card) => <CardActions {...{ campaignId, card, onChosen }} /> },
      ]}
    />
  );
}
