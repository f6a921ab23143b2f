import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Events } from '../../platform/events.js';
import { type TipRecord, TipsReader } from '../tips/index.js';
import { type ComposedHousehold, composeHousehold } from './domain/households/compose-household.js';
import type { MergedTip } from './domain/households/merged-tip.js';
import { fullName } from './domain/names/display-name.js';
import type { TipFeatures } from './domain/matching/features.js';
import type { Birth, Place } from './domain/matching/settle-plan.js';
import { shieldedReasons } from './people.policy.js';
import type { HouseholdRow } from './household.entity.js';
import { HouseholdsRepository } from './households.repository.js';
import { MatchKnowledge } from './match-knowledge.js';
import { householdsChanged } from './people.events.js';
import type { PersonRow } from './person.entity.js';

/** Where the tips of whole households belong now, and where they came from. */
export interface Settled {
  readonly places: readonly Place[];
  readonly births: readonly Birth[];
  readonly features: ReadonlyMap<string, TipFeatures>;
  /** Those of the tips that the caller has read already in this transaction. */
  readonly known: readonly TipRecord[];
  /** By person: how sure the least sure join is that the program has made by itself. */
  readonly leastSure: ReadonlyMap<string, number>;
  readonly formerPersons: readonly string[];
  readonly formerHouseholds: readonly string[];
  /** Households somebody must be asked about before their card. */
  readonly asked: ReadonlySet<string>;
}

/** Knows besides who may see the tip, as it is stored. */
type SettledTip = MergedTip & Pick<TipRecord, 'isShielded'>;

/** Writes the merged view of persons and households anew, and tells who listens. Runs in the caller's transaction. */
@Injectable()
export class Refreshing {
  constructor(
    private readonly tips: TipsReader,
    private readonly households: HouseholdsRepository,
    private readonly knowledge: MatchKnowledge,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @returns the households that were created, changed or retired, and every living one as it is now */
  async refresh(
    campaign: Campaign,
    settled: Settled,
  ): Promise<{ changed: string[]; composed: ReadonlyMap<string, ComposedHousehold> }> {
    const members = await this.#members(settled);
    const facts = await this.households.facts(settled.births.map((birth) => birth.householdId));
    const bornIn = householdOfBirth(settled);
    const composed = new Map<string, ComposedHousehold>();
    for (const [householdId, tips] of members) {
      composed.set(
        householdId,
        composeHousehold({
          tips,
          facts: facts.filter((fact) => bornIn.get(fact.householdId) === householdId),
          isPossibleDuplicate: settled.asked.has(householdId),
          informWithinDays: campaign.settings.informWithinDays,
          placeOf: this.knowledge.placeOf,
        }),
      );
    }
    const changed = await this.#storeHouseholds(campaign.id, composed, settled, bornIn);
    await this.#storePersons(campaign.id, composed, settled);
    await this.#shieldTips(members, composed);
    if (changed.length > 0) {
      const merged = changed.flatMap(({ id, mergedInto }) =>
        mergedInto ? [{ from: id, into: mergedInto }] : [],
      );
      const householdIds = changed.map(({ id }) => id);
      await this.events.tell(householdsChanged, { campaignId: campaign.id, householdIds, merged });
    }
    return { changed: changed.map(({ id }) => id), composed };
  }

  async #members({ places, births, features, known }: Settled): Promise<Map<string, SettledTip[]>> {
    const records = new Map(known.map((tip) => [tip.id, tip]));
    const others = places.map(({ tipId }) => tipId).filter((tipId) => !records.has(tipId));
    for (const tip of await this.tips.byIds(others)) records.set(tip.id, tip);
    const bornIn = new Map(births.map((birth) => [birth.tipId, birth.householdId]));
    const members = new Map<string, SettledTip[]>();
    for (const { tipId, personId, householdId } of places) {
      const [record, own] = [records.get(tipId), features.get(tipId)];
      if (!record || !own) continue;
      const tips = members.get(householdId) ?? [];
      tips.push({ ...record, features: own, personId, birthHouseholdId: bornIn.get(tipId) ?? householdId });
      members.set(householdId, tips);
    }
    return members;
  }

  /** What only the coordinator may see of a household, nobody else may read in its tips. */
  async #shieldTips(
    members: ReadonlyMap<string, readonly SettledTip[]>,
    composed: ReadonlyMap<string, ComposedHousehold>,
  ): Promise<void> {
    const changing = [...members].flatMap(([householdId, tips]) => {
      const isShielded = isShieldedFor(composed.get(householdId));
      return tips.filter((tip) => tip.isShielded !== isShielded);
    });
    const idsWhere = (wasShielded: boolean) =>
      changing.filter(({ isShielded }) => isShielded === wasShielded).map(({ id }) => id);
    await this.tips.shield(idsWhere(false), true);
    await this.tips.shield(idsWhere(true), false);
  }

  async #storeHouseholds(
    campaignId: string,
    composed: ReadonlyMap<string, ComposedHousehold>,
    settled: Settled,
    bornIn: ReadonlyMap<string, string>,
  ): Promise<HouseholdRow[]> {
    const born = settled.births.map((birth) => birth.householdId);
    const ids = [...new Set([...composed.keys(), ...settled.formerHouseholds, ...born])];
    const known = new Map((await this.households.find(ids)).map((row) => [row.id, row]));
    const changed: HouseholdRow[] = [];
    for (const id of ids) {
      const [before, view] = [known.get(id), composed.get(id)];
      const after = view
        ? livingRow(id, campaignId, view, before, this.clock.now())
        : retiredRow(before, bornIn.get(id), this.clock.now());
      if (after && !isSameRow(before, after)) changed.push({ ...after, version: (before?.version ?? 0) + 1 });
    }
    await this.households.save(changed);
    return changed;
  }

  async #storePersons(
    campaignId: string,
    composed: ReadonlyMap<string, ComposedHousehold>,
    { formerPersons: former, leastSure }: Pick<Settled, 'formerPersons' | 'leastSure'>,
  ): Promise<void> {
    const living = [...composed].flatMap(([householdId, view]) =>
      view.persons.map((person) => ({ householdId, person })),
    );
    const livingIds = new Set(living.map(({ person }) => person.id));
    const ids = [...new Set([...livingIds, ...former])];
    const known = new Map((await this.households.findPersons(ids)).map((row) => [row.id, row]));
    const now = this.clock.now();
    const rows: PersonRow[] = living.map(({ householdId, person }) => ({
      id: person.id,
      campaignId,
      householdId,
      displayName: fullName(person),
      birthYear: person.birthYear,
      tipCount: person.tipIds.length,
      createdAt: known.get(person.id)?.createdAt ?? now,
      retiredAt: null,
      joinedAt: joinedAt(person.tipIds.length, known.get(person.id), now),
      leastSure: leastSure.get(person.id) ?? null,
    }));
    const retired = former
      .filter((id) => !livingIds.has(id))
      .flatMap((id) => known.get(id) ?? [])
      .filter((row) => row.retiredAt === null)
      .map((row) => ({ ...row, displayName: '', birthYear: null, tipCount: 0, retiredAt: now }))
      .map((row) => ({ ...row, joinedAt: null, leastSure: null }));
    const changed = [...rows, ...retired].filter((row) => !isSameRow(known.get(row.id), row));
    await this.households.savePersons(changed);
  }
}

/** Now, where tips have come to those there were. */
function joinedAt(tipCount: number, before: PersonRow | undefined, now: Date): Date | null {
  if (tipCount < 2) return null;
  return before?.joinedAt && before.tipCount >= tipCount ? before.joinedAt : now;
}

function isShieldedFor(view: ComposedHousehold | undefined): boolean {
  const reason = view?.blockReason ?? null;
  return reason !== null && shieldedReasons.includes(reason);
}

/** Facts are told about a household by the id one of its tips was born with; this is where that tip lives now. */
function householdOfBirth({ places, births }: Pick<Settled, 'places' | 'births'>): Map<string, string> {
  const homeOf = new Map(places.map((place) => [place.tipId, place.householdId]));
  return new Map(births.map((birth) => [birth.householdId, homeOf.get(birth.tipId) ?? birth.householdId]));
}

function livingRow(
  id: string,
  campaignId: string,
  view: ComposedHousehold,
  before: HouseholdRow | undefined,
  now: Date,
): HouseholdRow {
  return {
    id,
    campaignId,
    municipality: view.municipality,
    displayName: view.displayName,
    sortKey: view.sortKey,
    searchKey: view.searchKey,
    namesOnCard: [...view.namesOnCard],
    ...view.address,
    hasAddress: view.hasAddress,
    phones: [...view.phones],
    emails: [...view.emails],
    tipCount: view.tipCount,
    personCount: view.persons.length,
    firstTipAt: view.firstTipAt,
    informBy: view.informBy,
    stage: view.stage,
    sortingReason: view.sortingReason,
    blockReason: view.blockReason,
    createdAt: before?.createdAt ?? now,
    retiredAt: null,
    mergedInto: null,
    version: before?.version ?? 0,
  };
}

/** A signpost to the household that took over; nothing personal stays on it. */
function retiredRow(
  before: HouseholdRow | undefined,
  into: string | undefined,
  now: Date,
): HouseholdRow | null {
  if (!before) return null;
  return {
    ...before,
    displayName: '',
    sortKey: '',
    searchKey: '',
    namesOnCard: [],
    street: null,
    postcode: null,
    place: null,
    country: null,
    hasAddress: false,
    phones: [],
    emails: [],
    tipCount: 0,
    personCount: 0,
    retiredAt: before.retiredAt ?? now,
    mergedInto: into && into !== before.id ? into : null,
  };
}

function isSameRow<Row extends object>(before: Row | undefined, after: Row): boolean {
  if (!before) return false;
  const keys = Object.keys(after) as (keyof Row)[];
  return keys.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
}
