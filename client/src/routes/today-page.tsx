import { Link } from 'react-router';
import { Button, Heading } from '@digdir/designsystemet-react';
import { TodayList } from '../features/insight/today-list.js';
import { insightTexts } from '../features/insight/texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { useSignedIn } from './signed-in.js';

const paths = {
  possibleDuplicates: '/dubletter',
  sorting: '/husstander?steg=sorting',
  missingAddress: '/husstander?steg=sorting&grunn=no_address',
  returnedCards: '/husstander?steg=sorting&grunn=address_returned',
  readyForCard: '/kort',
  informBySoon: '/husstander?rekkefolge=inform_by',
  batchesToPost: '/kort#partier',
  needsCoordinator: '/ringing',
  overdueFollowUps: '/oppfolging',
} as const;

/** The coordinator's day; before the first campaign, the way to make one. */
export function TodayPage() {
  const say = useTexts(insightTexts);
  const { user, campaign } = useSignedIn();
  if (campaign === null) {
    return (
      <Page title={say('firstTitle')} intro={say('firstIntro')} width="narrow">
        <div className="row">
          <Button asChild>
            <Link to="/kampanje">{say('makeCampaign')}</Link>
          </Button>
        </div>
        <section className="panel" aria-labelledby="first-path">
          <Heading level={2} data-size="xs" id="first-path">
            {say('firstPath')}
          </Heading>
          <ol className="path">
            {([1, 2, 3, 4, 5, 6] as const).map((step) => (
              <li key={step}>{say(`firstStep.${step}`)}</li>
            ))}
          </ol>
        </section>
      </Page>
    );
  }
  return (
    <Page title={say('todayTitle', { name: user.name })} intro={say('todayIntro')} width="wide">
      <TodayList campaign={campaign} paths={paths} />
    </Page>
  );
}
