import { useState, type SubmitEvent } from 'react';
import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { findCards, type FoundCard } from '@savner/contract/postcards';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { osloBoxes } from '../../lib/format/oslo-time.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loaded } from '../../ui/loaded.js';
import { FoundCardView } from './found-card-view.js';
import type { ReturnedCardsPaths } from './returned-paths.js';
import { returnTexts } from './texts.js';

interface ReturnedCardsProps {
  readonly campaign: Campaign;
  readonly now: string;
  readonly paths: ReturnedCardsPaths;
}

const leastWritten = 2;

/** The pile that the post brought back: find each card by its code or name, and say why it came. */
export function ReturnedCards({ campaign, now, paths }: ReturnedCardsProps) {
  const say = useTexts(returnTexts);
  const address = useAddress();
  const search = address.get('sok');
  const [written, setWritten] = useState(search);
  const [isShort, setShort] = useState(false);
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = written.trim();
    setShort(wanted.length < leastWritten);
    address.change({ sok: wanted.length < leastWritten ? '' : wanted });
  };
  return (
    <div className="stack">
      <form className="panel stack" role="search" onSubmit={find} noValidate>
        <Textfield
          className="code-field"
          label={say('search')}
          description={say('searchHint')}
          autoComplete="off"
          spellCheck={false}
          value={written}
          error={isShort ? say('searchShort') : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setWritten(event.target.value)}
        />
        <div className="row">
          <Button type="submit">{say('find')}</Button>
        </div>
      </form>
      {search === '' ? null : <Found key={search} {...{ campaign, now, paths, search }} />}
    </div>
  );
}

function Found({ campaign, now, paths, search }: ReturnedCardsProps & { readonly search: string }) {
  const say = useTexts(returnTexts);
  const reading = useEndpoint(findCards, { params: { campaignId: campaign.id }, query: { search } });
  const today = osloBoxes(new Date(now)).date;
  const wordsFor = (cards: readonly FoundCard[], total: number) => {
    if (total === 0) return say('none', { search });
    if (total > cards.length)
      return say('foundMore', { shown: formatNumber(cards.length), total: formatNumber(total) });
    return total === 1 ? say('foundOne') : say('found', { count: formatNumber(total) });
  };
  return (
    <Loaded reading={reading}>
      {({ cards, total }) => (
        <>
          <Paragraph role="status">{wordsFor(cards, total)}</Paragraph>
          <ul className="stack plain-list">
            {cards.map((card) => (
              <li key={card.id}>
                <FoundCardView {...{ campaign, card, today, paths }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
