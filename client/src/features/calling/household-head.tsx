import { useEffect, useRef } from 'react';
import { Heading, Tag } from '@digdir/designsystemet-react';
import type { HeldHousehold } from '@savner/contract/calls';
import { formatDate, formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { callingTexts } from './texts.js';

/** Who it is, why now, and where they live; takes the focus, since this is where the work went. */
export function HouseholdHead({ household }: { readonly household: HeldHousehold }) {
  const say = useTexts(callingTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { because, title, persons, place, cardPostedOn, callbackAt } = household;
  const named = persons.filter(({ name, nickname }) => name !== title || nickname !== null);
  return (
    <header className="call-head">
      <Tag data-color={because === 'callback_due' ? 'warning' : 'brand2'}>{say(`because.${because}`)}</Tag>
      <Heading level={2} data-size="lg" ref={heading} tabIndex={-1} className="page__title">
        {title}
      </Heading>
      {named.length === 0 ? null : (
        <p>
          {named
            .map(({ name, nickname }) =>
              nickname === null ? name : `${name} (${say('nickname', { nickname })})`,
            )
            .join(', ')}
        </p>
      )}
      {place === null ? null : <p>{say('livesIn', { place })}</p>}
      {callbackAt === null ? null : (
        <p>
          <strong>{say('callbackAt', { moment: formatMoment(callbackAt) })}</strong>
        </p>
      )}
      {cardPostedOn === null ? null : (
        <p className="quiet">{say('cardPosted', { date: formatDate(cardPostedOn) })}</p>
      )}
    </header>
  );
}
