import { Heading } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { readTies, type HouseholdDetail } from '@savner/contract/people';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { Loaded } from '../../ui/loaded.js';
import { PartingOutcome } from './parting-outcome.js';
import type { PeoplePaths } from './people-paths.js';
import { tieTexts } from './texts.js';
import { TieList } from './tie-list.js';
import { usePartings } from './use-partings.js';

interface WhyTogetherProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
  readonly paths: PeoplePaths;
}

/** Why the tips are about one person, and why the persons share a household; each pair can be parted here. */
export function WhyTogether({ campaign, household, paths }: WhyTogetherProps) {
  const say = useTexts(tieTexts);
  const kept = useKeptFocus<HTMLElement>();
  const partings = usePartings(campaign.id);
  const params = { campaignId: campaign.id, householdId: household.id };
  const reading = useEndpoint(readTies, { params });
  const isAlone = household.tipCount < 2 && partings.parted === null && !partings.hasUndone;
  if (isAlone || household.retiredAt !== null) return null;
  return (
    <section className="panel" aria-labelledby="household-ties" {...kept}>
      <Heading level={2} data-size="sm" id="household-ties">
        {say('title')}
      </Heading>
      <PartingOutcome partings={partings} here={household.id} householdPath={paths.household} />
      <Loaded reading={reading}>
        {({ persons, household: between }) => (
          <>
            {persons.map(({ personId, displayName, tipCount, ties }) => (
              <div key={personId}>
                <Heading level={3} data-size="2xs">
                  {say('ofPerson', { name: displayName, count: tipCount })}
                </Heading>
                <TieList kind="person" ties={ties} tipPath={paths.tip} partings={partings} />
              </div>
            ))}
            {between.length === 0 ? null : (
              <div>
                <Heading level={3} data-size="2xs">
                  {say('ofHousehold')}
                </Heading>
                <TieList kind="household" ties={between} tipPath={paths.tip} partings={partings} />
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
