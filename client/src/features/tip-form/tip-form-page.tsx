import { useEffect, useRef, useState } from 'react';
import { publicPaths, type TipFormPage as TipFormPageModel } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { PublicFrame } from '../../ui/public-frame.js';
import { restoreDraft, saveDraft } from './draft.js';
import { MissedFields } from './missed-fields.js';
import { PrivacyBox } from './privacy-box.js';
import { TipProblems } from './tip-problems.js';
import { tipFormTexts } from './texts.js';
import { TipperFields } from './tipper-fields.js';
import { WayFields } from './way-fields.js';

/** A plain form that posts itself; where there is script, the draft is kept and the small helps appear. */
export function TipFormPage({ page }: { readonly page: TipFormPageModel }) {
  const say = useTexts(tipFormTexts);
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<'none' | 'restored'>('none');
  const cameBack = page.problems.length > 0;

  useEffect(() => {
    if (form.current === null || cameBack) return;
    if (restoreDraft(form.current)) setDraft('restored');
  }, [cameBack]);

  if (page.campaign === null) {
    return (
      <PublicFrame page={page}>
        <div className="prose">
          <h1 className="display-1">{say('closedTitle')}</h1>
          <p className="lead">{say('closedText')}</p>
        </div>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame page={page}>
      <h1 className="display-1">{say('title')}</h1>
      <p className="lead">{say('intro')}</p>
      {draft === 'restored' ? (
        <p role="status" className="ds-alert" data-color="info">
          {say('draftKept')}
        </p>
      ) : null}
      <form
        ref={form}
        method="post"
        action={publicPaths.tipForm}
        noValidate
        className="tip-form"
        onInput={(event) => saveDraft(event.currentTarget)}
        onChange={(event) => saveDraft(event.currentTarget)}
      >
        <input type="hidden" name="key" defaultValue={page.key} />
        <p className="unseen" aria-hidden="true">
          <label htmlFor="nettsted">{say('leaveEmpty')}</label>
          <input id="nettsted" name="nettsted" tabIndex={-1} autoComplete="off" />
        </p>
        <fieldset className="ds-fieldset tip-form__section">
          <legend className="display-2">{say('section.who')}</legend>
          <MissedFields page={page} />
        </fieldset>
        <fieldset className="ds-fieldset tip-form__section">
          <legend className="display-2">{say('section.know')}</legend>
          <p data-field="description">{say('intro.know')}</p>
          <WayFields page={page} />
        </fieldset>
        <fieldset className="ds-fieldset tip-form__section">
          <legend className="display-2">{say('section.you')}</legend>
          <p data-field="description">{say('intro.you')}</p>
          <TipperFields page={page} />
        </fieldset>
        <PrivacyBox />
        <TipProblems problems={page.problems} />
        <p>
          <button type="submit" className="ds-button big-button">
            {say('send')}
          </button>
        </p>
      </form>
    </PublicFrame>
  );
}
