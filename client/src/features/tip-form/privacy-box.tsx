import { publicPaths } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { tipFormTexts } from './texts.js';

/** Said before sending: who learns what. */
export function PrivacyBox() {
  const say = useTexts(tipFormTexts);
  return (
    <section className="privacy-box">
      <h2>{say('privacyHeading')}</h2>
      <ul>
        <li>{say('privacy.1')}</li>
        <li>{say('privacy.2')}</li>
        <li>{say('privacy.3')}</li>
      </ul>
      <p>
        <a className="ds-link" href={publicPaths.notice} target="_blank" rel="noreferrer">
          {say('privacyLink')}
        </a>
      </p>
    </section>
  );
}
