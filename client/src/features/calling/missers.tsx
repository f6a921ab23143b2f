import { Heading } from '@digdir/designsystemet-react';
import type { HeldHousehold } from '@savner/contract/calls';
import { useTexts } from '../../lib/texts/texts.js';
import { callingTexts } from './texts.js';

/** Who misses them, in their own words; those who say nothing are a number. */
export function Missers({ missers }: Pick<HeldHousehold, 'missers'>) {
  const say = useTexts(callingTexts);
  const speaking = missers.filter(
    ({ name, relation, greeting }) => name !== null || relation !== '' || greeting !== '',
  );
  const silent = missers.length - speaking.length;
  return (
    <section className="call-missers">
      <Heading level={3} data-size="2xs">
        {say('missersTitle')}
      </Heading>
      <ul className="plain-list">
        {speaking.map(({ name, relation, greeting }, at) => (
          <li key={at}>
            {greeting === '' ? null : <blockquote>{greeting}</blockquote>}
            <p>
              <strong>{name ?? say('misserUnnamed')}</strong>
              {relation === '' ? null : <span className="quiet">, {relation}</span>}
            </p>
          </li>
        ))}
      </ul>
      {silent === 0 ? null : (
        <p className="quiet">{silent === 1 ? say('anonymousOne') : say('anonymous', { count: silent })}</p>
      )}
    </section>
  );
}
