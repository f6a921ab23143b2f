import { Injectable } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { JoinOrder, MatchKind, SharedPhone } from '@savner/contract/people';
import { notFound } from '../../platform/errors.js';
import { CampaignsService } from '../campaigns/index.js';
import { type TipRecord, TipsReader } from '../tips/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { Edge } from './domain/matching/judge-pair.js';
import type { Place } from './domain/matching/settle-plan.js';
import { householdTies, personTies } from './domain/matching/ties.js';
import { FeaturesRepository } from './features.repository.js';
import { HouseholdsRepository } from './households.repository.js';
import { JoinsRepository } from './joins.repository.js';
import { MatchModels } from './match-models.js';
import { MatchRepository } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { type JoiningAnswer, presentTie, type TieKnowledge } from './ties.presenter.js';

/** What joins some tips, with all that is needed to say it in words. */
interface Joined {
  readonly places: readonly Place[];
  readonly records: ReadonlyMap<string, TipRecord>;
  readonly edges: readonly Edge[];
  readonly answersOf: (kind: MatchKind) => JoiningAnswer[];
  readonly known: TieKnowledge;
}

/** Tells why tips belong together: what the program has joined by itself, and what people have answered. */
@Injectable()
export class TiesService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly households: HouseholdsRepository,
    private readonly joins: JoinsRepository,
    private readonly memberships: MembershipsRepository,
    private readonly features: FeaturesRepository,
    private readonly match: MatchRepository,
    private readonly decisions: DecisionsRepository,
    private readonly models: MatchModels,
    private readonly tips: TipsReader,
  ) {}

  /** @throws AppError not_found */
  async ofHousehold(campaignId: string, householdId: string, language: Language) {
    const [household] = await this.households.find([householdId]);
    if (household?.campaignId !== campaignId) throw notFound('Husstanden');
    const joined = await this.#joined(
      campaignId,
      await this.memberships.ofHouseholds([householdId]),
      language,
    );
    const persons = await this.households.findPersons([
      ...new Set(joined.places.map(({ personId }) => personId).filter((id) => id !== null)),
    ]);
    const nodeOf = new Map(joined.places.map(({ tipId, personId }) => [tipId, personId ?? tipId]));
    const between = householdTies((tip) => nodeOf.get(tip), joined.edges, joined.answersOf('household'));
    return {
      sharedPhones: await this.#sharedPhones(joined),
      persons: persons.filter(({ tipCount }) => tipCount > 1).map((person) => tiedPerson(person, joined)),
      household: between.flatMap((joint) => presentTie('household', joint, joined.known)),
    };
  }

  async list(campaignId: string, order: JoinOrder, page: number, pageSize: number, language: Language) {
    const { persons, total } = await this.joins.page(campaignId, order, page, pageSize);
    const places = await this.memberships.ofPersons(persons.map(({ id }) => id));
    const joined = await this.#joined(campaignId, places, language);
    const joins = persons.map((person) => ({
      ...tiedPerson(person, joined),
      householdId: person.householdId,
      joinedAt: (person.joinedAt ?? person.createdAt).toISOString(),
      probability: person.leastSure ?? 1,
    }));
    return { joins, total, page, pageSize };
  }

  async #sharedPhones({ places, records }: Joined): Promise<SharedPhone[]> {
    const pairs = await this.match.withSamePhone(places.map(({ tipId }) => tipId));
    const homes = await this.memberships.current(pairs.map(({ other }) => other));
    const homeOf = new Map(homes.map(({ tipId, householdId }) => [tipId, householdId]));
    const names = new Map(
      (await this.households.find([...homeOf.values()])).map(({ id, displayName }) => [id, displayName]),
    );
    const owners = new Map<string, Set<string>>();
    for (const { own, other } of pairs) {
      const [phone, home] = [records.get(own)?.phone, homeOf.get(other)];
      if (phone && home) owners.set(phone, (owners.get(phone) ?? new Set()).add(home));
    }
    return [...owners].map(([phone, ids]) => ({
      phone,
      households: [...ids].map((id) => ({ id, displayName: names.get(id) ?? '' })),
    }));
  }

  async #joined(campaignId: string, places: readonly Place[], language: Language): Promise<Joined> {
    const tipIds = places.map(({ tipId }) => tipId);
    const rows = await this.features.find(tipIds);
    const records = await this.tips.byIds(tipIds);
    const answers = await this.decisions.joiningAmong(tipIds);
    return {
      places,
      records: new Map(records.map((tip) => [tip.id, tip])),
      edges: await this.match.edgesAmong(tipIds),
      answersOf: (kind) =>
        answers
          .filter((answer) => answer.kind === kind)
          .map((answer) => ({ a: answer.tipA, b: answer.tipB, answer })),
      known: {
        features: new Map(rows.map((row) => [row.tipId, row.features])),
        received: new Map(records.map((tip) => [tip.id, tip.receivedAt])),
        scale: await this.models.rulesOf(await this.campaigns.get(campaignId)),
        language,
      },
    };
  }
}

function tiedPerson(
  {
    id,
    displayName,
    tipCount,
  }: { readonly id: string; readonly displayName: string; readonly tipCount: number },
  { places, edges, answersOf, known }: Joined,
) {
  const tipIds = places.filter(({ personId }) => personId === id).map(({ tipId }) => tipId);
  const ties = personTies(tipIds, edges, answersOf('person'));
  return {
    personId: id,
    displayName,
    tipCount,
    ties: ties.flatMap((joint) => presentTie('person', joint, known)),
  };
}
