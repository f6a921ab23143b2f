import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { Tip } from '@savner/contract/tips';
import { TipEntryForm } from '../features/tips/tip-entry-form.js';
import { tipName } from '../features/tips/tip-name.js';
import { tipTexts } from '../features/tips/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

export function TipEntryPage() {
  const say = useTexts(tipTexts);
  const [stored, setStored] = useState<Tip | null>(null);
  return (
    <WithCampaign>
      {(campaign) =>
        stored === null ? (
          <Page key="form" title={say('enterTitle')} intro={say('enterIntro')}>
            <TipEntryForm campaign={campaign} onStored={setStored} />
          </Page>
        ) : (
          <Page key="stored" title={say('storedTitle')} width="narrow">
            <Paragraph>{say('stored', { name: tipName(stored) || say('noName') })}</Paragraph>
            <div className="row">
              <Button onClick={() => setStored(null)}>{say('oneMore')}</Button>
              <Button asChild variant="secondary">
                <Link to={`/tips/${stored.id}`}>{say('seeTip')}</Link>
              </Button>
            </div>
          </Page>
        )
      }
    </WithCampaign>
  );
}
