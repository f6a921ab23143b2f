import { Link } from 'react-router';
import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  changeHousehold,
  getHousehold,
  listHouseholds,
  type HouseholdChange,
  type HouseholdDetail,
} from '@savner/contract/people';
import { useSend } from '../../lib/api/use-endpoint.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Facts } from '../../ui/facts.js';
import { Problem } from '../../ui/problem.js';
import { addressLines } from './address-lines.js';
import { CorrectHousehold } from './correct-household.js';
import { HouseholdValues } from './household-values.js';
import { InformBy } from './inform-by.js';
import { Missers } from './missers.js';
import type { PeoplePaths } from './people-paths.js';
import { SharedPhones } from './shared-phones.js';
import { StageTag } from './stage-tag.js';
import type { Standing } from './standing.js';
import { StopHousehold } from './stop-household.js';
import { householdTexts } from './texts.js';
import { WhyTogether } from './why-together.js';

interface HouseholdViewProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
  readonly now: string;
  readonly paths: PeoplePaths;
  /** How far it has come after the sorting; undefined until that is read. */
  readonly standing: Standing | undefined;
}

/** Everything that is known about a household, where it comes from, and the ways to mend it. */
export function HouseholdView({ campaign, household, now, paths, standing }: HouseholdViewProps) {
  const changing = useSend(changeHousehold, [getHousehold, listHouseholds]);
  const change = (one: HouseholdChange) => {
    if (changing.isPending) return;
    changing.mutate({
      params: { campaignId: campaign.id, householdId: household.id },
      body: { version: household.version, changes: [one] },
    });
  };
  return (
    <div className="stack">
      <WhatIsNeeded household={household} paths={paths} onChange={change} />
      {changing.error === null ? null : <Problem error={changing.error} />}
      <div className="columns">
        <div className="sections">
          <OnTheCard campaign={campaign} household={household} now={now} standing={standing} />
          <HouseholdValues
            campaign={campaign}
            household={household}
            onChange={change}
            phoneNotice={
              <SharedPhones
                campaignId={campaign.id}
                householdId={household.id}
                householdPath={paths.household}
              />
            }
          />
          <CorrectHousehold campaign={campaign} household={household} />
        </div>
        <div className="sections">
          <Missers campaign={campaign} household={household} paths={paths} />
          <WhyTogether campaign={campaign} household={household} paths={paths} />
          {household.stage === 'blocked' ? null : <StopHousehold campaign={campaign} household={household} />}
        </div>
      </div>
    </div>
  );
}

interface WhatIsNeededProps {
  readonly household: HouseholdDetail;
  readonly paths: PeoplePaths;
  readonly onChange: (change: HouseholdChange) => void;
}

/** What stands between the household and its card, and what to do about it. */
function WhatIsNeeded({ household, paths, onChange }: WhatIsNeededProps) {
  const say = useTexts(householdTexts);
  const { mergedInto, blockReason, sortingReason } = household;
  if (mergedInto !== null) {
    return (
      <Alert data-color="info">
        <Paragraph>{say('merged')}</Paragraph>
        <Link className="ds-link" to={paths.household(mergedInto)}>
          {say('seeMerged')}
        </Link>
      </Alert>
    );
  }
  if (blockReason !== null) {
    const reason = say(`block.${blockReason}`).toLocaleLowerCase('nb');
    return <Alert data-color="warning">{say('blocked', { reason })}</Alert>;
  }
  if (sortingReason === null) return null;
  return (
    <Alert data-color="warning" className="problem">
      <Heading level={2} data-size="2xs">
        {say('needs')}
      </Heading>
      <Paragraph>{say(`needs.${sortingReason}`)}</Paragraph>
      {sortingReason === 'possible_duplicate' ? (
        <Link className="ds-link" to={paths.duplicates}>
          {say('reason.possible_duplicate')}
        </Link>
      ) : null}
      {sortingReason === 'wrong_person' ? (
        <Button data-size="sm" onClick={() => onChange({ kind: 'right_person' })}>
          {say('rightPerson')}
        </Button>
      ) : null}
    </Alert>
  );
}

function OnTheCard({ campaign, household, now, standing }: Omit<HouseholdViewProps, 'paths'>) {
  const say = useTexts(householdTexts);
  return (
    <section className="panel" aria-labelledby="household-card">
      <div className="row">
        <Heading level={2} data-size="sm" id="household-card">
          {say('theCard')}
        </Heading>
        <StageTag household={household} standing={standing} />
      </div>
      <p className="envelope">
        {[household.namesOnCard.join('\n'), addressLines(household.address)]
          .filter((line) => line !== '')
          .join('\n')}
      </p>
      <Facts
        facts={[
          {
            label: say('persons'),
            value: household.persons
              .map(({ displayName, birthYear }) =>
                birthYear === null ? displayName : `${displayName}, ${say('born', { year: birthYear })}`,
              )
              .join('\n'),
          },
          { label: say('others'), value: household.othersInHousehold.join('\n') },
          {
            label: say('field.municipality'),
            value: municipalityName(campaign.municipalities, household.municipality),
          },
          {
            label: say('informBy'),
            value: (
              <InformBy informBy={household.informBy} now={now} isInformed={standing?.isInformed ?? false} />
            ),
          },
        ]}
      />
    </section>
  );
}
