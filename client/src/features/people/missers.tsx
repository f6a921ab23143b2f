import { Link } from 'react-router';
import { Alert, Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  getHousehold,
  listDecisions,
  listHouseholds,
  listJoins,
  listMatches,
  readTies,
  splitTip,
  undoDecision,
  type HouseholdDetail,
  type MatchKind,
  type Misser,
} from '@savner/contract/people';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatDate } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import type { PeoplePaths } from './people-paths.js';
import { householdTexts } from './texts.js';
import { Named } from './tie-list.js';

const refreshes = [getHousehold, readTies, listJoins, listHouseholds, listMatches, listDecisions];

interface MissersProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
  readonly paths: PeoplePaths;
}

/** All who miss them, each with the tip, and the way to take a tip out that is about somebody else. */
export function Missers({ campaign, household, paths }: MissersProps) {
  const say = useTexts(householdTexts);
  const kept = useKeptFocus<HTMLElement>();
  const splitting = useSend(splitTip, refreshes);
  const undoing = useSend(undoDecision, refreshes);
  const campaignId = campaign.id;
  const split = (tipId: string, from: MatchKind) => {
    undoing.reset();
    splitting.mutate({ params: { campaignId, householdId: household.id }, body: { tipId, from } });
  };
  const undo = (decisionId: string) =>
    undoing.mutate({ params: { campaignId, decisionId } }, { onSuccess: () => splitting.reset() });
  const elsewhere = splitting.data?.householdIds.filter((id) => id !== household.id) ?? [];
  const problem = splitting.error ?? undoing.error;
  return (
    <section className="panel" aria-labelledby="household-missers" {...kept}>
      <Heading level={2} data-size="sm" id="household-missers">
        {say('missers')}
      </Heading>
      {problem === null ? null : <Problem error={problem} />}
      {splitting.data === undefined ? null : (
        <Alert data-color="success" role="status" className="problem">
          <Paragraph>{say(elsewhere.length > 0 ? 'splitDone' : 'splitStays')}</Paragraph>
          <div className="row">
            {elsewhere.map((id) => (
              <Link key={id} className="ds-link" to={paths.household(id)}>
                {say('seeNew')}
              </Link>
            ))}
            <Button variant="tertiary" data-size="sm" onClick={() => undo(splitting.data.decisionId)}>
              {say('undo')}
            </Button>
            <Link className="ds-link" to={paths.decisions}>
              {say('seeDecisions')}
            </Link>
          </div>
        </Alert>
      )}
      <ul className="missers plain-list">
        {household.missers.map((misser) => (
          <li key={misser.tipId} className="stack stack--tight">
            <OneMisser campaign={campaign} misser={misser} tipPath={paths.tip(misser.tipId)} />
            <div className="row">
              {splitsFor(household, misser).map((from) => (
                <Confirm
                  key={from}
                  ask={
                    <Named
                      words={say(`split.${from}`, { name: nameOf(household, misser) })}
                      of={`${misser.tipperName ?? say('anonymous')}, ${formatDate(misser.receivedAt)}: ${misser.wrote}`}
                    />
                  }
                  question={say(`splitQuestion.${from}`)}
                  yes={say('splitYes')}
                  onYes={() => split(misser.tipId, from)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneMisser({ campaign, misser, tipPath }: { campaign: Campaign; misser: Misser; tipPath: string }) {
  const say = useTexts(householdTexts);
  return (
    <>
      <Paragraph>
        <strong>{misser.tipperName ?? say('anonymous')}</strong>
        {misser.relation === null ? '' : `, ${misser.relation}`}{' '}
        {misser.mayContact ? <Tag data-color="info">{say('mayContact')}</Tag> : null}
      </Paragraph>
      {misser.greeting === null ? null : <blockquote className="quote">{misser.greeting}</blockquote>}
      <Paragraph data-size="sm" className="quiet">
        {say('wrote', { text: misser.wrote })}
      </Paragraph>
      <Paragraph data-size="sm" className="quiet">
        {municipalityName(campaign.municipalities, misser.municipality)} · {formatDate(misser.receivedAt)} ·{' '}
        <Link className="ds-link" to={tipPath}>
          {say('seeTip')}
        </Link>
      </Paragraph>
    </>
  );
}

/** A tip can leave the others about its person, and its person the others of the household. */
function splitsFor({ missers, persons }: HouseholdDetail, { tipId, personId }: Misser): readonly MatchKind[] {
  const own = persons.find(({ id }) => id === personId)?.tipIds ?? [tipId];
  const splits: MatchKind[] = [];
  if (own.length > 1) splits.push('person');
  if (own.length < missers.length) splits.push('household');
  return splits;
}

function nameOf({ displayName, persons }: HouseholdDetail, { personId }: Misser): string {
  return persons.find(({ id }) => id === personId)?.displayName ?? displayName;
}
