import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { SessionUser } from '@savner/contract/accounts';
import type { Campaign } from '@savner/contract/campaigns';
import { joinTip, listDecisions, listHouseholds, listMatches } from '@savner/contract/people';
import type { Tip } from '@savner/contract/tips';
import { ChosenPersonLine, JoinedLine } from '../features/people/chosen-person.js';
import { type ChosenPerson, LikelyPersons } from '../features/people/likely-persons.js';
import { likelyTexts } from '../features/people/texts.js';
import { TipEntryForm } from '../features/tips/tip-entry-form.js';
import { tipName } from '../features/tips/tip-name.js';
import { tipTexts } from '../features/tips/texts.js';
import { useSend } from '../lib/api/use-endpoint.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { WithCampaign } from './with-campaign.js';

const paths = { household: (id: string) => `/husstander/${id}` };

export function TipEntryPage() {
  return <WithCampaign>{(campaign, user) => <TipEntry campaign={campaign} user={user} />}</WithCampaign>;
}

function TipEntry({ campaign, user }: { readonly campaign: Campaign; readonly user: SessionUser }) {
  const say = useTexts(tipTexts);
  const sayLikely = useTexts(likelyTexts);
  const [stored, setStored] = useState<Tip | null>(null);
  const [chosen, setChosen] = useState<ChosenPerson | null>(null);
  const joining = useSend(joinTip, [listMatches, listDecisions, listHouseholds]);
  const seesEverybody = user.roles.includes('coordinator') || user.roles.includes('admin');

  const join = (tip: Tip) => {
    if (chosen === null) return;
    joining.mutate({
      params: { campaignId: campaign.id },
      body: { tipId: tip.id, sameAs: chosen.tipId, why: sayLikely('whySame') },
    });
  };
  const store = (tip: Tip) => {
    setStored(tip);
    join(tip);
  };
  const startAnew = () => {
    setStored(null);
    setChosen(null);
    joining.reset();
  };

  if (stored === null) {
    return (
      <Page
        key="form"
        title={say('enterTitle')}
        intro={say('enterIntro')}
        width={seesEverybody ? 'wide' : 'normal'}
      >
        <TipEntryForm
          campaign={campaign}
          onStored={store}
          {...(seesEverybody
            ? {
                beside: (typed) => (
                  <LikelyPersons
                    campaign={campaign}
                    typed={typed}
                    paths={paths}
                    chosen={chosen}
                    onChoose={setChosen}
                  />
                ),
              }
            : {})}
          beforeStoring={<ChosenPersonLine chosen={chosen} onTakeBack={() => setChosen(null)} />}
        />
      </Page>
    );
  }
  return (
    <Page key="stored" title={say('storedTitle')} width="narrow">
      <Paragraph>{say('stored', { name: tipName(stored) || say('noName') })}</Paragraph>
      {chosen === null ? null : (
        <JoinedLine name={chosen.displayName} joining={joining} onRetry={() => join(stored)} />
      )}
      <div className="row">
        <Button onClick={startAnew}>{say('oneMore')}</Button>
        <Button asChild variant="secondary">
          <Link to={`/tips/${stored.id}`}>{say('seeTip')}</Link>
        </Button>
      </div>
    </Page>
  );
}
