import { useState } from 'react';
import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { LikelyPerson } from '@savner/contract/people';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import type { PeoplePaths } from './people-paths.js';
import { likelyTexts } from './texts.js';
import { type Typed, useLikely } from './use-likely.js';

export type ChosenPerson = Pick<LikelyPerson, 'tipId' | 'displayName'>;

interface LikelyPersonsProps {
  readonly campaign: Campaign;
  readonly typed: Typed;
  readonly paths: Pick<PeoplePaths, 'household'>;
  readonly chosen: ChosenPerson | null;
  readonly onChoose: (person: ChosenPerson | null) => void;
}

/** «This may be the one you mean», beside a tip that is typed in. Says nothing while there is nobody. */
export function LikelyPersons({ campaign, typed, paths, chosen, onChoose }: LikelyPersonsProps) {
  const say = useTexts(likelyTexts);
  const [isOpen, setIsOpen] = useState(false);
  const persons = useLikely(campaign.id, typed);
  const hits = persons.length === 1 ? say('hit') : say('hits', { count: persons.length });
  return (
    <div className="likely">
      <p className="ds-sr-only" role="status">
        {persons.length === 0 ? '' : hits}
      </p>
      {persons.length === 0 ? null : (
        <section className="likely__found" aria-labelledby="likely-heading">
          <Heading level={2} data-size="2xs" id="likely-heading" className="likely__heading">
            {hits}
          </Heading>
          <Button
            className="likely__toggle"
            variant="secondary"
            data-size="sm"
            aria-expanded={isOpen}
            aria-controls="likely-list"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? say('hide', { hits }) : say('show', { hits })}
          </Button>
          <div className="likely__list" id="likely-list" data-open={isOpen}>
            <Paragraph data-size="sm">{say('intro')}</Paragraph>
            <ul>
              {persons.map((person) => (
                <li key={person.tipId}>
                  <OnePerson
                    person={person}
                    campaign={campaign}
                    path={paths.household(person.householdId)}
                    isChosen={chosen?.tipId === person.tipId}
                    onChoose={onChoose}
                  />
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  );
}

interface OnePersonProps extends Pick<LikelyPersonsProps, 'campaign' | 'onChoose'> {
  readonly person: LikelyPerson;
  readonly path: string;
  readonly isChosen: boolean;
}

function OnePerson({ person, campaign, path, isChosen, onChoose }: OnePersonProps) {
  const say = useTexts(likelyTexts);
  const { displayName, birthYear, place, municipality, tipCount, blockReason, why, tipId } = person;
  const facts = [
    birthYear === null ? null : say('born', { year: birthYear }),
    place,
    say('misses', { municipality: municipalityName(campaign.municipalities, municipality) }),
    tipCount === 1 ? say('tip') : say('tips', { count: tipCount }),
  ];
  return (
    <>
      <div className="likely__name">
        <a className="ds-link" href={path} target="_blank" rel="noreferrer">
          {displayName}
          <span className="ds-sr-only"> ({say('newTab')})</span>
        </a>
        {blockReason === null ? null : <Tag data-color="neutral">{say(`block.${blockReason}`)}</Tag>}
      </div>
      <Paragraph data-size="sm">{facts.filter((fact) => fact !== null).join(' · ')}</Paragraph>
      {why.length === 0 ? null : (
        <Paragraph data-size="sm" className="likely__why">
          {say('why', { reasons: why.join(', ') })}
        </Paragraph>
      )}
      <Button
        variant={isChosen ? 'primary' : 'secondary'}
        data-size="sm"
        aria-pressed={isChosen}
        aria-label={say('sameAs', { name: displayName })}
        onClick={() => onChoose(isChosen ? null : { tipId, displayName })}
      >
        {say('same')}
      </Button>
    </>
  );
}
