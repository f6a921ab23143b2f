import { useEffect } from 'react';
import { publicPaths, type TipReceiptPage } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { Mountains } from '../../ui/mountains.js';
import { PublicFrame } from '../../ui/public-frame.js';
import { keepOnlyTipper } from './draft.js';
import { tipFormTexts } from './texts.js';

/** A page of its own after sending, the same whoever the tip was about. */
export function TipReceipt({ page }: { readonly page: TipReceiptPage }) {
  const say = useTexts(tipFormTexts);
  useEffect(keepOnlyTipper, []);
  const query = page.municipality === null ? '' : `?kommune=${page.municipality}`;
  return (
    <PublicFrame
      page={page}
      picture={
        <div className="picture picture--low">
          <Mountains />
        </div>
      }
    >
      <div className="prose">
        <h1 className="display-1">{say('receiptTitle')}</h1>
        <p className="lead">{say('receiptLead')}</p>
        <p>{say('receiptNext')}</p>
        <p>
          <a className="ds-button big-button" href={`${publicPaths.tipForm}${query}`}>
            {say('tipOneMore')}
          </a>
        </p>
        <p className="quiet">{say('receiptKeepsYou')}</p>
        <p>
          <a className="ds-link" href={publicPaths.front}>
            {say('toFront')}
          </a>
        </p>
      </div>
    </PublicFrame>
  );
}
