import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Events } from '../../platform/events.js';
import type { TipRecord } from '../tips/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { ComposedHousehold } from './domain/households/compose-household.js';
import { type AskedHousehold, worthOf } from './domain/matching/answer-worth.js';
import { resolveAll } from './domain/matching/resolve-all.js';
import { caseIdOf, casesOf, type GroupedQuestion } from './domain/matching/review-cases.js';
import type { Rules } from './domain/matching/judge-pair.js';
import { movedTips, type Place, placesOf } from './domain/matching/settle-plan.js';
import { leastSureJoins } from './domain/matching/ties.js';
import { type FeaturesOfTip, FeaturesRepository } from './features.repository.js';
import { MatchModels } from './match-models.js';
import { MatchRepository, type RankedQuestion } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { householdsChanged } from './people.events.js';
import { Refreshing } from './refreshing.js';

interface Known {
  readonly rules?: Rules;
  readonly rows?: readonly FeaturesOfTip[];
  readonly tips?: readonly TipRecord[];
}

/** Divides touched tips into persons and households anew, from edges and answers alone. Runs in the caller's transaction. */
@Injectable()
export class Settling {
  constructor(
    private readonly features: FeaturesRepository,
    private readonly models: MatchModels,
    private readonly match: MatchRepository,
    private readonly decisions: DecisionsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly refreshing: Refreshing,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * @param cause what it is for, kept with every membership that changes: `matched`, or the id of an answer
   * @param known what the caller has read or stored already in this transaction
   * @returns the households that changed
   */
  async settle(
    campaign: Campaign,
    touched: readonly string[],
    cause: string,
    known: Known = {},
  ): Promise<string[]> {
    const tipIds = await this.component(touched);
    const rows = await this.#rowsOf(tipIds, known.rows ?? []);
    const component = {
      tips: rows.map((row) => row.features),
      edges: await this.match.edgesAmong(tipIds),
      decisions: await this.decisions.standing(tipIds),
    };
    const resolution = resolveAll(component, known.rules ?? (await this.models.rulesOf(campaign)));
    const births = rows.map((row) => ({
      tipId: row.tipId,
      personId: row.birthPersonId,
      householdId: row.birthHouseholdId,
    }));
    const places = placesOf(resolution, births);
    const before = await this.memberships.current(tipIds);
    const moves = { places: movedTips(places, before), before };
    await this.memberships.move(campaign.id, moves, this.clock.now(), cause);
    const homes = new Map(places.map((place) => [place.tipId, place]));
    const questions = resolution.questions.map((question) => {
      const [a, b] = [homes.get(question.a), homes.get(question.b)];
      const ofPersons = question.kind === 'person';
      return {
        ...question,
        householdA: a?.householdId ?? '',
        householdB: b?.householdId ?? '',
        groupA: (ofPersons ? a?.personId : a?.householdId) ?? question.a,
        groupB: (ofPersons ? b?.personId : b?.householdId) ?? question.b,
      };
    });
    const { changed, composed } = await this.refreshing.refresh(campaign, {
      places,
      births,
      features: new Map(rows.map((row) => [row.tipId, row.features])),
      leastSure: leastSureJoins(tipsOfPersons(places), component.edges, component.decisions),
      formerPersons: idsOf(before, 'personId'),
      formerHouseholds: idsOf(before, 'householdId'),
      known: known.tips ?? [],
      asked: new Set(questions.flatMap(({ householdA, householdB }) => [householdA, householdB])),
    });
    await this.match.replaceQuestions(campaign.id, tipIds, cause, rankedCases(questions, composed));
    return changed;
  }

  /** Tells that households are no more, since their last tip was deleted. */
  async tellGone(campaignId: string, householdIds: readonly string[]): Promise<void> {
    if (householdIds.length > 0)
      await this.events.tell(householdsChanged, { campaignId, householdIds, merged: [] });
  }

  async #rowsOf(tipIds: readonly string[], known: readonly FeaturesOfTip[]): Promise<FeaturesOfTip[]> {
    const wanted = new Set(tipIds);
    const have = known.filter((row) => wanted.delete(row.tipId));
    return [...have, ...(await this.features.find([...wanted]))];
  }

  /** The touched tips and everything that hangs together with them. */
  async component(touched: readonly string[]): Promise<string[]> {
    const found = new Set(touched);
    let edge = [...found];
    while (edge.length > 0) {
      const next = await this.match.neighbours(edge);
      edge = next.filter((tip) => !found.has(tip));
      for (const tip of edge) found.add(tip);
    }
    return [...found];
  }
}

/** Questions with the case each belongs to and what an answer to it saves. */
function rankedCases(
  questions: readonly (GroupedQuestion & { readonly householdA: string; readonly householdB: string })[],
  composed: ReadonlyMap<string, ComposedHousehold>,
): RankedQuestion[] {
  return casesOf(questions).flatMap((asked) => {
    const caseId = caseIdOf(asked);
    const households = asked
      .flatMap(({ householdA, householdB }) => [householdA, householdB])
      .flatMap((id) => askedHousehold(id, composed.get(id)));
    const { worth, saves, count, informBy } = worthOf(households);
    return asked.map(({ groupA: _a, groupB: _b, ...question }) => ({
      ...question,
      caseId,
      worth,
      saves,
      savedCount: count,
      informBy,
    }));
  });
}

function askedHousehold(id: string, view: ComposedHousehold | undefined): AskedHousehold[] {
  if (!view) return [];
  return [
    {
      id,
      isStopped: view.stage === 'blocked',
      isReadyForCard: view.hasAddress && view.displayName !== '' && view.sortingReason !== 'wrong_person',
      canBeCalled: view.phones.some(({ state }) => state === 'ok'),
      informBy: view.informBy,
    },
  ];
}

/** The tips of each person that more than one is about. */
function tipsOfPersons(places: readonly Place[]): Map<string, string[]> {
  const persons = new Map<string, string[]>();
  for (const { tipId, personId } of places) {
    if (personId === null) continue;
    const known = persons.get(personId);
    if (known) known.push(tipId);
    else persons.set(personId, [tipId]);
  }
  return new Map([...persons].filter(([, tipIds]) => tipIds.length > 1));
}

function idsOf(places: readonly Place[], key: 'personId' | 'householdId'): string[] {
  return [...new Set(places.map((place) => place[key]).filter((id) => id !== null))];
}
