import { publicPaths, type CardPage as CardPageModel, type CardReceiptPage } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { cardPage as nb } from '../../texts/nb/card-page.js';
import { cardPage as nn } from '../../texts/nn/card-page.js';
import { Mountains } from '../../ui/mountains.js';
import { PublicFrame } from '../../ui/public-frame.js';

const texts = { nb, nn };

/** Behind the card's code: no personal data, the same for every code, and a «no» that is one tap away. */
export function CardPage({ page }: { readonly page: CardPageModel }) {
  const say = useTexts(texts);
  return (
    <PublicFrame page={page} picture={<Picture />}>
      <article className="prose">
        <h1 className="display-1">{say('title')}</h1>
        <p className="lead">{say('lead', { region: page.campaign?.region ?? '' })}</p>
        <h2>{say('whatHeading')}</h2>
        <p>{say('what')}</p>
        <h2>{say('whoHeading')}</h2>
        <p>{say('who')}</p>
        <section className="choice-box">
          <h2>{say('stopHeading')}</h2>
          <p>{say('stopText')}</p>
          <form method="post" action={publicPaths.cardDoNotCall(page.code)}>
            <button className="ds-button big-button" data-variant="secondary" type="submit">
              {say('stopButton')}
            </button>
          </form>
        </section>
        <h2>{say('moreHeading')}</h2>
        <p>{say('more')}</p>
      </article>
    </PublicFrame>
  );
}

/** Said once the choice is stored; loading the page again changes nothing. */
export function CardReceipt({ page }: { readonly page: CardReceiptPage }) {
  const say = useTexts(texts);
  return (
    <PublicFrame page={page}>
      <article className="prose">
        <h1 className="display-1">{say('receiptTitle')}</h1>
        <p className="lead">{say('receiptLead')}</p>
        <p>{say('receiptText')}</p>
      </article>
    </PublicFrame>
  );
}

function Picture() {
  return (
    <div className="picture picture--low">
      <Mountains />
    </div>
  );
}
