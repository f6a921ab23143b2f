import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Tip } from '@savner/contract/tips';
import { formatMoment, formatPhone } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Facts } from '../../ui/facts.js';
import { tipPlace } from './tip-name.js';
import { tipTexts } from './texts.js';

/** One tip, every word as it was sent. */
export function TipFacts({ tip }: { readonly tip: Tip }) {
  const say = useTexts(tipTexts);
  const yesOrNo = (choice: { readonly said: boolean }) => (choice.said ? say('yes') : say('no'));
  return (
    <div className="columns">
      <section className="panel" aria-labelledby="tip-about">
        <Heading level={2} data-size="sm" id="tip-about">
          {say('about')}
        </Heading>
        {tip.greeting === null ? null : <blockquote className="quote">{tip.greeting}</blockquote>}
        <Facts
          facts={[
            { label: say('field.firstNames'), value: tip.firstNames },
            { label: say('field.lastName'), value: tip.lastName },
            { label: say('field.formerName'), value: tip.formerName },
            { label: say('field.nickname'), value: tip.nickname },
            { label: say('field.birthYear'), value: tip.birthYear },
            { label: say('field.phone'), value: <PhoneWritten tip={tip} /> },
            { label: say('field.email'), value: tip.email },
            { label: say('field.street'), value: tip.street },
            { label: say('field.place'), value: tipPlace(tip) },
            { label: say('field.othersInHousehold'), value: tip.othersInHousehold },
            { label: say('field.relation'), value: tip.relation },
          ].filter(({ label }) => label !== say('field.phone') || tip.phone !== null)}
        />
      </section>
      <div className="sections">
        <section className="panel" aria-labelledby="tip-tipper">
          <Heading level={2} data-size="sm" id="tip-tipper">
            {say('aboutTipper')}
          </Heading>
          <Facts
            facts={[
              { label: say('field.tipperName'), value: tip.tipperName },
              { label: say('field.tipperPhone'), value: tip.tipperPhone },
              { label: say('field.tipperEmail'), value: tip.tipperEmail },
              { label: say('field.maySayName'), value: yesOrNo({ said: tip.maySayName }) },
              { label: say('field.mayContact'), value: yesOrNo({ said: tip.mayContact }) },
            ]}
          />
        </section>
        <section className="panel" aria-labelledby="tip-came">
          <Heading level={2} data-size="sm" id="tip-came">
            {say('howItCame')}
          </Heading>
          <Facts
            facts={[
              { label: say('misses'), value: tip.municipalityName },
              { label: say('received'), value: formatMoment(tip.receivedAt) },
              { label: say('source'), value: say(`source.${tip.source}`) },
              { label: say('enteredBy'), value: tip.enteredBy },
            ]}
          />
        </section>
      </div>
    </div>
  );
}

function PhoneWritten({ tip }: { readonly tip: Tip }) {
  const say = useTexts(tipTexts);
  if (tip.phoneE164 === null) return tip.phone;
  const shown = formatPhone(tip.phoneE164);
  if (tip.phone === null || tip.phone.replace(/\D/g, '') === shown.replace(/\D/g, '')) return shown;
  return (
    <>
      {shown}
      <Paragraph data-size="sm" className="quiet">
        {say('phoneAsWritten', { phone: tip.phone })}
      </Paragraph>
    </>
  );
}
