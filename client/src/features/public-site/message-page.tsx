import { publicPaths, type MessagePage as MessagePageModel } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { message as nb } from '../../texts/nb/message.js';
import { message as nn } from '../../texts/nn/message.js';
import { PublicFrame } from '../../ui/public-frame.js';

const texts = { nb, nn };

/** When something did not go as the visitor hoped: what happened, and what to do. */
export function MessagePage({ page }: { readonly page: MessagePageModel }) {
  const say = useTexts(texts);
  return (
    <PublicFrame page={page}>
      <div className="prose">
        <h1 className="display-1">{say(`${page.status}.title`)}</h1>
        <p className="lead">{say(`${page.status}.text`)}</p>
        {page.requestId === null || page.status !== 500 ? null : (
          <p className="quiet">{say('requestId', { requestId: page.requestId })}</p>
        )}
        <p>
          <a className="ds-button" data-variant="secondary" href={publicPaths.front}>
            {say('toFront')}
          </a>
        </p>
      </div>
    </PublicFrame>
  );
}
