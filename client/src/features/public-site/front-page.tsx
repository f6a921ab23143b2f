import { publicPaths, type FrontPage as FrontPageModel } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { front as nb } from '../../texts/nb/front.js';
import { front as nn } from '../../texts/nn/front.js';
import { Mountains } from '../../ui/mountains.js';
import { PublicFrame } from '../../ui/public-frame.js';

const texts = { nb, nn };
const steps = ['1', '2', '3'] as const;

/** The campaign's face: one picture, three lines, one button. */
export function FrontPage({ page }: { readonly page: FrontPageModel }) {
  const say = useTexts(texts);
  const { campaign } = page;
  if (campaign === null) {
    return (
      <PublicFrame page={page} picture={<Picture />}>
        <div className="hero">
          <h1 className="display-1">{say('closedTitle')}</h1>
          <p className="lead">{say('closedText')}</p>
        </div>
      </PublicFrame>
    );
  }
  const municipality = campaign.municipalities.find(({ number }) => number === page.municipality);
  const lead =
    municipality === undefined
      ? say('lead', { region: campaign.region })
      : say('leadMunicipality', { municipality: municipality.name });
  return (
    <PublicFrame page={page} picture={<Picture />}>
      <div className="hero">
        <h1 className="display-1">{say('title')}</h1>
        <p className="lead">{lead}</p>
        <p>
          <a className="ds-button big-button" href={tipAddress(page.municipality)}>
            {say('tipButton')}
          </a>
        </p>
        <p className="quiet">{say('tipTime')}</p>
      </div>
      <section className="how">
        <h2 className="display-2">{say('howHeading')}</h2>
        <ol className="how__steps">
          {steps.map((step) => (
            <li key={step}>
              <h3>{say(`how.${step}.title`)}</h3>
              <p>{say(`how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
        {page.tipCount === null ? null : (
          <p className="counter">{say('counter', { count: page.tipCount })}</p>
        )}
      </section>
      {campaign.municipalities.length < 2 ? null : (
        <section>
          <h2 className="display-2">{say('municipalitiesHeading')}</h2>
          <ul className="places">
            {campaign.municipalities.map(({ number, name }) => (
              <li key={number}>
                <a href={publicPaths.municipality(number)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicFrame>
  );
}

function Picture() {
  return (
    <div className="picture">
      <Mountains />
    </div>
  );
}

function tipAddress(municipality: string | null): string {
  return municipality === null ? publicPaths.tipForm : `${publicPaths.tipForm}?kommune=${municipality}`;
}
